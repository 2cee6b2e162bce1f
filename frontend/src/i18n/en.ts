import type { CredentialKind } from '../connection/credential';

/** Every English sentence of the page. Another language is a second file of this shape. */
export const en = {
  language: 'Language',
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
  },
  words: {
    title: 'This painter knows',
    things: 'Things',
    colours: 'Colours',
    places: 'Places',
    times: 'Times of day',
    weathers: 'Weather',
    sizes: 'Sizes',
    positions: 'Where',
    more: (count: number) => `and ${count} more`,
    add: (word: string) => `Add “${word}”`,
  },
  composer: {
    label: 'What should be painted',
    placeholder: 'a red balloon…',
    keep: 'Keep this picture',
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    help: 'Enter keeps the picture · Shift + Enter starts a line · ↑ goes back to change one',
    editing: (number: number) => `Changing No. ${number}`,
    editHelp: 'Enter keeps the change · Esc leaves it as it was',
    cancel: 'Leave it as it was',
  },
  connection: {
    connecting: 'Connecting…',
    queued: (position: number) =>
      position <= 1
        ? 'Every easel is taken: you are next'
        : `Every easel is taken: you are number ${position} in line`,
    ready: 'Ready',
    absent: (seconds: number) =>
      seconds === 0
        ? 'The painter is not there yet. Looking again…'
        : `The painter is not there yet. Looking again in ${seconds} s`,
    moving: 'The painter is moving to another easel…',
    waiting: (seconds: number) =>
      seconds === 0 ? 'Connection lost. Reconnecting…' : `Reconnecting in ${seconds} s`,
    offline: (seconds: number) =>
      seconds === 0 ? 'Offline. Trying again…' : `Offline. Trying again in ${seconds} s`,
    refused: (reason: string) => `Not let in: ${reason}`,
    busy: (seconds: number) => `All brushes are taken. Trying again in ${seconds} s`,
    crowded: (seconds: number) =>
      `Many are painting from where you are. Trying again in ${seconds} s`,
    unidentified: (wrong?: CredentialKind) =>
      wrong === undefined ? 'The studio is locked' : `The ${wrong} does not fit`,
    unlock: 'Unlock',
    resting: 'The painter rests. Type, and it comes back.',
    retry: 'Try again',
  },
  signIn: {
    heading: 'The studio is locked',
    text: {
      key: 'With a key you come in and paint. Whoever invited you has one for you.',
      token: 'With a token you come in and paint. Whoever invited you has one for you.',
      both: 'With a key or a token you come in and paint. Whoever invited you has one for you.',
    },
    kinds: { key: 'Key', token: 'Token' },
    choice: 'What you have',
    label: { key: 'Your key', token: 'Your token' },
    reveal: 'Show what is written',
    kept: 'This tab remembers it until you close it.',
    trying: 'Trying the lock…',
    wrong: {
      key: 'This key does not fit. Look at it once more.',
      token: 'This token does not fit, or its time is over.',
    },
    enter: 'Come in',
    later: 'Not now',
  },
  picture: {
    painting: 'Painting…',
    waiting: 'Waiting its turn…',
    finishing: 'Finishing…',
    painted: 'Painted',
    unpainted: 'Not painted yet',
    step: (step: number, steps: number) => `step ${step} of ${steps}`,
    latency: (milliseconds: number) => `${milliseconds} ms from key to picture`,
    alternative: (prompt: string) => `Painting: ${prompt}`,
    edit: (prompt: string) => `Change “${prompt}”`,
    number: (number: number) => `No. ${number}`,
    finished: (prompt: string, number: number) => `Picture ${number} is finished: ${prompt}`,
  },
  conversation: { label: 'Your pictures' },
  timeline: {
    label: 'How the picture came about',
    moment: (prompt: string, at: number, count: number) => `${at} of ${count}: ${prompt}`,
    now: 'Now',
    branch: 'Go on from here',
    back: 'Back to now',
  },
  tree: {
    label: 'Versions of this picture',
    version: (prompt: string, at: number) => `Version ${at}: ${prompt}`,
  },
  variations: {
    make: 'Paint variations',
    label: 'Variations side by side',
    original: 'As it is',
    take: (at: number) => `Take variation ${at}`,
    close: 'Close the variations',
    hint: 'Take the one you like. The others stay in the tree.',
  },
  keep: {
    label: 'Keep',
    download: 'Download',
    copyImage: 'Copy the picture',
    copyPrompt: 'Copy the words',
    share: 'Share',
    takeHome: 'Take it home by phone',
  },
  takeHome: {
    title: 'Take it home',
    text: 'Point your phone’s camera here.',
    qr: 'QR code of the picture’s address',
    expires: (time: string) => `There until ${time}`,
    fetching: 'One moment…',
    gone: 'The server no longer has this picture. Change a word, and it is painted again.',
    busy: 'Too many pictures are being fetched. Please try again in a minute.',
    failed: 'The picture could not be handed out.',
    close: 'Close',
  },
  settings: {
    open: 'Settings',
    shuffle: 'Shuffle',
    shuffleHelp: 'Same words, other arrangement',
    keep: 'Keep the arrangement for the next picture',
    seed: (seed: number) => `Seed ${seed}`,
    shape: 'Shape',
    shapes: { own: 'As painted', tall: 'Tall', wide: 'Wide' },
    format: 'Files',
    formats: { jpeg: 'JPEG', webp: 'WebP', png: 'PNG' },
    guidance: 'Follow the words',
    guidanceOwn: 'as the model likes',
    negative: 'Leave out',
    negativePlaceholder: 'fog, people…',
    model: (name: string, width: number, height: number) => `${name} · ${width} × ${height}`,
  },
  theme: { toDark: 'Turn the lights down', toLight: 'Turn the lights up' },
  booth: {
    heading: 'Type, and it is painted',
    touch: 'Touch the keyboard. It is your turn.',
    kept: 'Press Enter to keep the picture and take it home',
    again: 'Type on, and the next picture begins.',
    leaving: (seconds: number) => `Are you still there? All is wiped in ${seconds} s.`,
    stay: 'I am here',
    startOver: 'Start over',
    failure: {
      heading: 'The painter has put down the brush',
      comesBack: 'It comes back by itself. You need not do anything.',
      forStaff: 'If this stays for more than a minute:',
      steps: [
        'See whether the network cable is in, or the Wi-Fi is on.',
        'See whether the Lukis server is running, and start it again.',
        'Then reload this page.',
      ],
      locked: 'The studio is still locked',
      opensSoon: 'It opens as soon as somebody brings the key.',
      forOperator: 'For whoever set this up:',
      needs: {
        key: 'This screen needs a key: open it with #key=… at the end of its address.',
        token: 'This screen needs a token: open it with #token=… at the end of its address.',
      },
      wrong: {
        key: 'The key of this screen does not fit: open it with the right one, #key=… at the end of its address.',
        token:
          'The token of this screen does not fit, or its time is over: open it with a new one, #token=… at the end of its address.',
      },
      address: (host: string) => `This screen looks for it at ${host}`,
    },
  },
  feedback: {
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
    outcomes: {
      downloaded: 'The picture is in your downloads.',
      imageCopied: 'The picture is copied.',
      promptCopied: 'The words are copied.',
      shared: 'The picture is on its way.',
      copyRefused: 'The browser did not let this page copy.',
      shareRefused: 'The picture could not be shared.',
    },
    /** Sentences for known codes; any other code shows the server's own message. */
    codes: {
      'prompt-blocked': 'This painter leaves that out. Other words are welcome.',
      'image-blocked': 'This picture is not shown here. Other words are welcome.',
      'too-fast': 'One moment: the painter is catching up.',
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
