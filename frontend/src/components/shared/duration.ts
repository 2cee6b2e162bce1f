/** A duration from a CSS property, in milliseconds; 0 for a removed element. */
export function durationOf(element: Element, property: string): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue(property)) || 0;
}
