import { expect, it } from 'vitest';
import { type ConnectionState, connectionWords } from '../../src/connection/connection-state';
import { liveUrl } from '../../src/connection/live-url';
import { en } from '../../src/i18n/en';

it.each<[ConnectionState, string]>([
  [{ kind: 'connecting' }, 'Connecting…'],
  [{ kind: 'queued', position: 1 }, 'Every easel is taken: you are next'],
  [{ kind: 'queued', position: 3 }, 'Every easel is taken: you are number 3 in line'],
  [{ kind: 'ready' }, 'Ready'],
  [{ kind: 'absent', retryAt: 2_500 }, 'The painter is not there yet. Looking again in 2 s'],
  [{ kind: 'absent', retryAt: 1_000 }, 'The painter is not there yet. Looking again…'],
  [{ kind: 'moving', retryAt: 2_500 }, 'The painter is moving to another easel…'],
  [{ kind: 'waiting', retryAt: 3_400 }, 'Reconnecting in 3 s'],
  [{ kind: 'waiting', retryAt: 900 }, 'Connection lost. Reconnecting…'],
  [{ kind: 'offline', retryAt: 2_000 }, 'Offline. Trying again in 1 s'],
  [{ kind: 'busy', retryAt: 9_000 }, 'All brushes are taken. Trying again in 8 s'],
  [
    { kind: 'crowded', retryAt: 9_000 },
    'Many are painting from where you are. Trying again in 8 s',
  ],
  [{ kind: 'unidentified', accepts: ['key'], wrong: undefined }, 'The studio is locked'],
  [{ kind: 'unidentified', accepts: ['key'], wrong: 'key' }, 'The key does not fit'],
  [{ kind: 'resting' }, 'The painter rests. Type, and it comes back.'],
  [{ kind: 'refused', reason: 'the studio is full' }, 'Not let in: the studio is full'],
])('%o in words', (state, words) => {
  expect(connectionWords(state, 1_000, en)).toBe(words);
});

it('connects to the host of the page', () => {
  expect(liveUrl({ protocol: 'http:', host: 'localhost:8080' })).toBe('ws://localhost:8080/live');
  expect(liveUrl({ protocol: 'https:', host: 'lukis.example' })).toBe('wss://lukis.example/live');
});
