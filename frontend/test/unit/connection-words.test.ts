import { expect, it } from 'vitest';
import { type ConnectionState, connectionWords } from '../../src/connection/connection-state';
import { liveUrl } from '../../src/connection/live-url';
import { en } from '../../src/i18n/en';

it.each<[ConnectionState, string]>([
  [{ kind: 'connecting' }, 'Connecting…'],
  [{ kind: 'queued', position: 1 }, 'The server is full. You are next in line.'],
  [{ kind: 'queued', position: 3 }, 'The server is full. You are number 3 in line.'],
  [{ kind: 'ready' }, 'Ready'],
  [{ kind: 'unreachable', retryAt: 2_500 }, 'The server does not answer. Trying again in 2 s'],
  [{ kind: 'unreachable', retryAt: 1_000 }, 'The server does not answer. Trying again…'],
  [{ kind: 'opening', retryAt: 2_500 }, 'The model is being loaded. One moment…'],
  [
    { kind: 'opening', retryAt: 2_500, fetched: 41 },
    'The model is being fetched, 41 %. One moment…',
  ],
  [{ kind: 'restarting', retryAt: 2_500 }, 'The server is restarting. Reconnecting…'],
  [{ kind: 'waiting', retryAt: 3_400 }, 'Reconnecting in 3 s'],
  [{ kind: 'waiting', retryAt: 900 }, 'Connection lost. Reconnecting…'],
  [{ kind: 'offline', retryAt: 2_000 }, 'Offline. Trying again in 1 s'],
  [{ kind: 'busy', retryAt: 9_000 }, 'The server is full. Trying again in 8 s'],
  [
    { kind: 'addressFull', retryAt: 9_000 },
    'Too many connections from your network. Trying again in 8 s',
  ],
  [{ kind: 'unauthenticated', accepts: ['key'], wrong: undefined }, 'A key is needed'],
  [{ kind: 'unauthenticated', accepts: ['key'], wrong: 'key' }, 'The key is not valid'],
  [{ kind: 'idle' }, 'Paused. Type to go on.'],
  [{ kind: 'replaced' }, 'This picture was opened in another tab. Type to go on here.'],
  [
    { kind: 'origin', origin: 'http://a.example', retryAt: 31_000 },
    'This address is not allowed. Trying again in 30 s',
  ],
  [
    { kind: 'blocked', status: 404, retryAt: 31_000 },
    'No WebSocket connection. Trying again in 30 s',
  ],
  [
    { kind: 'protocol', retryAt: 31_000 },
    'Page and server do not fit together. Trying again in 30 s',
  ],
  [
    { kind: 'refused', code: 1007, reason: 'invalid UTF-8' },
    'The server refused: a message of this page broke the protocol (1007)',
  ],
  [
    { kind: 'refused', code: 1008, reason: 'messages came far too fast' },
    'The server refused: messages came too fast',
  ],
  [
    { kind: 'refused', code: 1008, reason: 'the studio is full' },
    'The server refused: the studio is full',
  ],
])('%o in words', (state, words) => {
  expect(connectionWords(state, 1_000, en)).toBe(words);
});

it('connects to the host of the page', () => {
  expect(liveUrl('http://localhost:8080/?booth')).toBe('ws://localhost:8080/live');
  expect(liveUrl('https://lukis.example/')).toBe('wss://lukis.example/live');
});

it('connects below the path of the page', () => {
  expect(liveUrl('https://host.example/paint/?booth')).toBe('wss://host.example/paint/live');
});
