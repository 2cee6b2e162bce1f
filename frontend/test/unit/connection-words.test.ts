import { expect, it } from 'vitest';
import { type ConnectionState, connectionWords } from '../../src/connection/connection-state';
import { liveUrl } from '../../src/connection/live-url';
import { en } from '../../src/i18n/en';

it.each<[ConnectionState, string]>([
  [{ kind: 'connecting' }, 'Connecting…'],
  [{ kind: 'ready' }, 'Ready'],
  [{ kind: 'waiting', retryAt: 3_400 }, 'Reconnecting in 3 s'],
  [{ kind: 'waiting', retryAt: 900 }, 'Connection lost. Reconnecting…'],
  [{ kind: 'offline', retryAt: 2_000 }, 'Offline. Trying again in 1 s'],
  [
    { kind: 'busy', reason: 'full', retryAt: 9_000 },
    'All brushes are taken: full. Trying again in 8 s',
  ],
  [{ kind: 'refused', reason: 'the studio is full' }, 'Not let in: the studio is full'],
])('%o in words', (state, words) => {
  expect(connectionWords(state, 1_000, en)).toBe(words);
});

it('connects to the host of the page', () => {
  expect(liveUrl({ protocol: 'http:', host: 'localhost:8080' })).toBe('ws://localhost:8080/live');
  expect(liveUrl({ protocol: 'https:', host: 'lukis.example' })).toBe('wss://lukis.example/live');
});
