import { durationOf } from '../shared/duration';

/** Animates an element from its former place to its new one (FLIP). */
export function animateMove(element: HTMLElement, before: DOMRect): void {
  const after = element.getBoundingClientRect();
  if (after.width === 0 || sameSpot(before, after)) return;
  const shift = `translate(${before.x - after.x}px, ${before.y - after.y}px)`;
  const transform = [`${shift} scale(${before.width / after.width})`, 'none'];
  const duration = durationOf(element, '--duration-long');
  element.style.transformOrigin = '0 0';
  element.animate({ transform }, { duration, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' });
}

function sameSpot(a: DOMRect, b: DOMRect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width;
}
