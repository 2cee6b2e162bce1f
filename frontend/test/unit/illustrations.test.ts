// @vitest-environment happy-dom
import { render } from 'lit';
import { expect, it } from 'vitest';
import { keyIllustration } from '../../src/components/app/key-illustration';
import { beachIllustration } from '../../src/components/shared/beach-illustration';

it.each([
  ['key', keyIllustration, '7', '13', '-20%', '140%'],
  ['beach', beachIllustration, '4', '15', '-10%', '120%'],
])(
  'paints the strokes of the %s with a brush of its own',
  (_what, picture, seed, torn, y, height) => {
    const place = document.createElement('div');
    render(picture, place);
    const [, id] =
      /url\(#(\w+)\)/u.exec(place.querySelector('g')?.getAttribute('filter') ?? '') ?? [];
    const filter = place.querySelector('filter');
    expect(filter?.id).toBe(id);
    expect(filter?.getAttribute('y')).toBe(y);
    expect(filter?.getAttribute('height')).toBe(height);
    const attribute = (name: string, of: string) =>
      [...(filter?.children ?? [])].find(({ localName }) => localName === name)?.getAttribute(of);
    expect(attribute('feTurbulence', 'seed')).toBe(seed);
    expect(attribute('feDisplacementMap', 'scale')).toBe(torn);
  },
);
