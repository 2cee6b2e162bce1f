/** Every English sentence of the page. Another language is a second file of this shape. */
export const en = {
  title: 'Lukis',
  tagline: 'Type, and it is painted.',
  invitation: {
    heading: 'What do you see?',
    text: 'Write it down. The picture appears at your second word and changes with every further one.',
    examplesLabel: 'Or let one of these write itself:',
    examples: [
      'a red balloon on the beach at night',
      'a small castle in the mountains with a rainbow',
      'a yellow boat on the sea at sunset',
      'a white rocket in space',
    ],
    hint: 'It knows beaches, forests, deserts, mountains, snow, cities, seas, meadows and space; day and night, rain and stars; colours; and some sixty things, from balloon to tree.',
  },
  composer: {
    label: 'What should be painted',
    placeholder: 'a red balloon…',
    keep: 'Keep this picture',
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    help: 'Enter keeps the picture · Shift + Enter starts a line · ↑ brings back your last words',
  },
  connection: {
    connecting: 'Connecting…',
    ready: 'Ready',
    waiting: (seconds: number) =>
      seconds === 0 ? 'Connection lost. Reconnecting…' : `Reconnecting in ${seconds} s`,
    offline: (seconds: number) =>
      seconds === 0 ? 'Offline. Trying again…' : `Offline. Trying again in ${seconds} s`,
    refused: (reason: string) => `Not let in: ${reason}`,
    retry: 'Try again',
  },
  picture: {
    live: 'The picture being painted',
    painting: 'Painting…',
    finishing: 'Finishing…',
    painted: 'Painted',
    unpainted: 'Not painted yet',
    step: (step: number, steps: number) => `step ${step} of ${steps}`,
    latency: (milliseconds: number) => `${milliseconds} ms from key to picture`,
    alternative: (prompt: string) => `Painting: ${prompt}`,
    edit: (prompt: string) => `Bring back “${prompt}” and change it`,
    number: (number: number) => `No. ${number}`,
    finished: (prompt: string, number: number) => `Picture ${number} is finished: ${prompt}`,
  },
  conversation: { label: 'Your pictures' },
  settings: {
    open: 'Composition',
    shuffle: 'Shuffle',
    shuffleHelp: 'Same words, other arrangement',
    keep: 'Keep the arrangement for the next picture',
    seed: (seed: number) => `Seed ${seed}`,
  },
  theme: { toDark: 'Turn the lights down', toLight: 'Turn the lights up' },
  advice: {
    satisfied: 'The picture already shows this.',
    queued: (position: number) =>
      position <= 1
        ? 'The brush is busy: you are next.'
        : `The brush is busy: you are number ${position} in line.`,
    unknownWords: (words: readonly string[]) =>
      words.length === 1
        ? `“${words[0]}” is new to this painter. Try a place, a colour or a thing.`
        : `${list(words)} are new to this painter. Try a place, a colour or a thing.`,
    unconnected: 'Your words are kept, and painted once the connection is there.',
    slow: 'Still painting. This takes longer than usual.',
    /** Sentences for known codes; any other code shows the server's own message. */
    codes: {
      'prompt-too-long': 'These are more words than the painter can hold.',
      'generation-failed': 'This one could not be painted. Type on, or change a word.',
      'image-not-sent': 'A picture got lost on its way. Type on, or change a word.',
      'too-many-commits': 'Several pictures are still being finished. One moment.',
      'setting-out-of-range': 'The painter does not know this setting. It works on as before.',
      'prompt-cut': 'These are more words than the painter can hold. The rest was left out.',
      'malformed-message': 'The server said something this page does not understand.',
    } as Readonly<Record<string, string>>,
  },
};

export type Texts = typeof en;

function list(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words.map((word) => `“${word}”`));
}
