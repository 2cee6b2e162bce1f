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

it('recalls former prompts from an empty composer only', async () => {
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

it('keeps a paste of any length', () => {
  expect(area.hasAttribute('maxlength')).toBe(false);
  area.value = 'x'.repeat(700);
  area.dispatchEvent(new InputEvent('input'));
  expect(said.at(-1)).toEqual(['lukis-typed', { text: area.value, composing: false }]);
});

it('ends a composition that ends without an edit, or with the focus', () => {
  for (const end of ['compositionend', 'blur']) {
    area.dispatchEvent(new Event('compositionstart'));
    area.value = `perahu ${end}`;
    area.dispatchEvent(new InputEvent('input', { isComposing: true }));
    area.dispatchEvent(new Event(end));
    expect(said.slice(-2)).toEqual([
      ['lukis-typed', { text: area.value, composing: true }],
      ['lukis-typed', { text: area.value, composing: false }],
    ]);
  }
  area.dispatchEvent(new Event('blur'));
  expect(said).toHaveLength(4);
});

it('says what an input method writes without an input event', () => {
  area.dispatchEvent(new Event('compositionstart'));
  area.value = 'balon';
  area.dispatchEvent(new KeyboardEvent('keyup', { key: 'Unauthenticated' }));
  expect(said).toEqual([['lukis-typed', { text: 'balon', composing: true }]]);
});

it('commits on the Enter of a phone, which may come as an edit only', () => {
  const enter = () =>
    area.dispatchEvent(
      new InputEvent('beforeinput', { inputType: 'insertLineBreak', cancelable: true }),
    );
  expect(enter(), 'prevented').toBe(false);
  expect(said.map(([type]) => type)).toEqual(['lukis-commit']);
  press('Enter', { shiftKey: true });
  expect(enter(), 'Shift + Enter starts a line').toBe(true);
});

it('leaves the Enter that ends a composition to the input method', () => {
  press('Process', { isComposing: true });
  press('Enter', { keyCode: 229 } as KeyboardEventInit);
  area.dispatchEvent(new Event('compositionstart'));
  const line = { inputType: 'insertLineBreak', cancelable: true, isComposing: true };
  expect(area.dispatchEvent(new InputEvent('beforeinput', line))).toBe(true);
  expect(said).toEqual([]);
});
