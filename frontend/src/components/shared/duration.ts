/** Milliseconds that a property of the page's styles names; none for an element that has gone. */
export function durationOf(element: Element, property: string): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue(property)) || 0;
}
