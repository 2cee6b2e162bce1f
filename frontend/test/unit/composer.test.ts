// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import '../../src/components/composer/lukis-composer';
import type { LukisComposer } from '../../src/components/composer/lukis-composer';
import type { LukisEvents } from '../../src/components/shared/events';

let composer: LukisComposer;
let area: HTMLTextAreaElement;
let said: [string, unknown][];

beforeEach(async () => {
  composer = document.createElement('lukis-composer');
  said = [];
  for (const type of ['lukis-typed', 'lukis-commit', 'lukis-former'] as const) {
    composer.addEventListener(type, (event) => {
      said.push([type, (event as CustomEvent<LukisEvents[typeof type]>).detail]);
    });
  }
  document.body.append(composer);
  await composer.updateComplete;
  area = composer.renderRoot.querySelector('textarea') as HTMLTextAreaElement;
});

afterEach(() => composer.remove());

const press = (key: string, more: KeyboardEventInit = {}) =>
  area.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));

it('says every edit, and whether an input method composes', () => {
  area.value = 'ね';
  area.dispatchEvent(new InputEvent('input', { isComposing: true }));
  area.value = '猫';
  area.dispatchEvent(new Event('compositionend'));
  expect(said).toEqual([
    ['lukis-typed', { text: 'ね', composing: true }],
    ['lukis-typed', { text: '猫', composing: false }],
  ]);
});

it('commits on Enter, not on Shift + Enter, not on the Enter of an input method', () => {
  press('Enter', { shiftKey: true });
  press('Enter', { isComposing: true });
  expect(said).toEqual([]);
  press('Enter');
  expect(said.map(([type]) => type)).toEqual(['lukis-commit']);
});

it('goes back to former prompts from an empty composer only', async () => {
  press('ArrowUp');
  composer.text = 'a boat';
  await composer.updateComplete;
  press('ArrowUp');
  composer.untouched = true;
  press('ArrowUp');
  press('ArrowDown');
  expect(said).toEqual([
    ['lukis-former', { direction: -1 }],
    ['lukis-former', { direction: -1 }],
    ['lukis-former', { direction: 1 }],
  ]);
});

it('limits the length as the server says', async () => {
  composer.limit = 240;
  await composer.updateComplete;
  expect(area.getAttribute('maxlength')).toBe('240');
});
