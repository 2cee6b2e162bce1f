import type { CredentialKind } from '../connection/credential';

/** All English texts of the page. Another language is a second file of the same shape. */
export const en = {
  language: 'Language',
  emptyState: {
    heading: 'What do you see?',
    text: 'Write it down. A picture appears with your second word and changes with every further word.',
    examplesLabel: 'Or try one of these:',
    examples: [
      'a red balloon on the beach at night',
      'a small castle in the mountains with a rainbow',
      'a yellow boat on the sea at sunset',
      'a white rocket in space',
    ],
  },
  vocabulary: {
    title: 'Words this model knows',
    things: 'Things',
    colours: 'Colours',
    places: 'Places',
    times: 'Times of day',
    weathers: 'Weather',
    sizes: 'Sizes',
    positions: 'Positions',
    more: (count: number) => `and ${count} more`,
    add: (word: string) => `Add “${word}”`,
  },
  composer: {
    label: 'What to paint',
    placeholder: 'a red balloon…',
    keep: 'Keep this picture',
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    help: 'Enter keeps the picture · Shift + Enter starts a new line · ↑ changes an earlier picture',
    editing: (number: number) => `Changing No. ${number}`,
    editHelp: 'Enter keeps the change · Esc cancels it',
    cancel: 'Cancel the change',
  },
  connection: {
    connecting: 'Connecting…',
    queued: (position: number) =>
      position <= 1
        ? 'The server is full. You are next in line.'
        : `The server is full. You are number ${position} in line.`,
    ready: 'Ready',
    unreachable: (seconds: number) =>
      seconds === 0
        ? 'The server does not answer. Trying again…'
        : `The server does not answer. Trying again in ${seconds} s`,
    opening: 'The model is being loaded. One moment…',
    fetching: (percent: number) => `The model is being fetched, ${percent} %. One moment…`,
    restarting: 'The server is restarting. Reconnecting…',
    waiting: (seconds: number) =>
      seconds === 0 ? 'Connection lost. Reconnecting…' : `Reconnecting in ${seconds} s`,
    offline: (seconds: number) =>
      seconds === 0 ? 'Offline. Trying again…' : `Offline. Trying again in ${seconds} s`,
    origin: (seconds: number) => `This address is not allowed. Trying again in ${seconds} s`,
    protocol: (seconds: number) =>
      `Page and server do not fit together. Trying again in ${seconds} s`,
    blocked: (seconds: number) => `No WebSocket connection. Trying again in ${seconds} s`,
    violation: (code: number) => `a message of this page broke the protocol (${code})`,
    flood: 'messages came too fast',
    refused: (reason: string) => `The server refused: ${reason}`,
    busy: (seconds: number) => `The server is full. Trying again in ${seconds} s`,
    addressFull: (seconds: number) =>
      `Too many connections from your network. Trying again in ${seconds} s`,
    unauthenticated: (wrong?: CredentialKind) =>
      wrong === undefined ? 'A key is needed' : `The ${wrong} is not valid`,
    unlock: 'Enter the key',
    idle: 'Paused. Type to go on.',
    replaced: 'This picture was opened in another tab. Type to go on here.',
    retry: 'Try again',
  },
  signIn: {
    heading: 'A key is needed',
    text: {
      key: 'You need a key to paint here. Ask the person who invited you.',
      token: 'You need a token to paint here. Ask the person who invited you.',
      both: 'You need a key or a token to paint here. Ask the person who invited you.',
    },
    kinds: { key: 'Key', token: 'Token' },
    choice: 'You have a',
    label: { key: 'Your key', token: 'Your token' },
    reveal: 'Show the text',
    kept: 'It is stored in this tab only, until you close it.',
    trying: 'Checking…',
    wrong: {
      key: 'This key is not valid. Please check it.',
      token: 'This token is not valid, or it has expired.',
    },
    enter: 'Enter',
    later: 'Not now',
  },
  picture: {
    painting: 'Painting…',
    waiting: 'Waiting…',
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
    label: 'History of this picture',
    moment: (prompt: string, at: number, count: number) => `${at} of ${count}: ${prompt}`,
    now: 'Now',
    branch: 'Continue from here',
    back: 'Back to now',
  },
  tree: {
    label: 'Versions of this picture',
    version: (prompt: string, at: number) => `Version ${at}: ${prompt}`,
  },
  variations: {
    make: 'Paint variations',
    label: 'Variations side by side',
    original: 'Original',
    take: (at: number) => `Choose variation ${at}`,
    close: 'Close the variations',
    hint: 'Choose the one you like. The others stay in the list of versions.',
  },
  keep: {
    label: 'Actions',
    download: 'Download',
    copyImage: 'Copy the picture',
    copyPrompt: 'Copy the words',
    share: 'Share',
    shareCode: 'Send it to a phone',
  },
  shareCode: {
    title: 'Take it with you',
    text: 'Scan the code with your phone.',
    loopback:
      'Phones cannot reach this address: it leads to this computer only. The operator can set lukis.share.base-url.',
    qr: 'QR code of the picture’s address',
    expires: (time: string) => `Available until ${time}`,
    fetching: 'One moment…',
    gone: 'The server no longer has this picture. Change a word to have it painted again.',
    busy: 'Too many pictures were shared. Please try again in a minute.',
    failed: 'The picture could not be shared.',
    close: 'Close',
  },
  settings: {
    open: 'Settings',
    shuffle: 'Shuffle',
    shuffleHelp: 'Same words, another arrangement',
    keep: 'Keep the arrangement for the next picture',
    seed: (seed: number) => `Seed ${seed}`,
    shape: 'Shape',
    shapes: { own: 'Default', tall: 'Tall', wide: 'Wide' },
    format: 'File format',
    formats: { jpeg: 'JPEG', webp: 'WebP', png: 'PNG' },
    guidance: 'How closely to follow the words',
    guidanceOwn: 'default',
    negative: 'Leave out',
    negativePlaceholder: 'fog, people…',
    model: (name: string, width: number, height: number) => `${name} · ${width} × ${height}`,
  },
  stored: {
    heading: 'This conversation',
    text: 'This browser stores your words, settings and the newest pictures of this tab, so that they are still here after a reload. They stay on this device, and are deleted after seven days.',
    off: 'This browser does not allow storage. After a reload everything is gone.',
    remove: 'Delete conversation',
    sure: 'Delete all pictures and words of this conversation?',
    yes: 'Delete',
    no: 'Keep',
  },
  help: {
    origin: {
      heading: 'This address is not allowed',
      text: (origin: string) =>
        `The Lukis server does not allow pages from ${origin}. Its operator has to add this address to the setting:`,
    },
    blocked: {
      heading: 'A proxy does not pass WebSockets',
      text: (status: number) =>
        `The page is reachable, but its connection is not: a proxy between here and the server does not pass WebSockets to the address below (its answer: ${status || 'a redirect'}). The operator has to change that.`,
    },
    protocol: {
      heading: 'Page and server do not fit together',
      text: 'The page is older or newer than the server. Reload the page. If that does not help, the operator has to update the server.',
      reload: 'Reload',
    },
  },
  theme: { toDark: 'Dark colours', toLight: 'Light colours' },
  booth: {
    heading: 'Type, and watch it being painted',
    touch: 'Press a key. It is your turn.',
    kept: 'Press Enter to keep the picture and take it with you',
    again: 'Type again to start the next picture.',
    leaving: (seconds: number) => `Are you still there? Everything is deleted in ${seconds} s.`,
    stay: 'I am here',
    startOver: 'Start over',
    failure: {
      heading: 'We will be right back',
      comesBack: 'Painting continues by itself. You do not need to do anything.',
      forStaff: 'For the staff, if this takes more than a minute:',
      steps: [
        'Check that the network cable is plugged in, or that Wi-Fi is on.',
        'Check that the Lukis server is running. Restart it if necessary.',
        'Then reload this page.',
      ],
      locked: 'Painting starts soon',
      opensSoon: 'This screen still needs its key.',
      forOperator: 'For the operator:',
      needs: {
        key: 'This screen needs a key: open it with #key=… at the end of its address.',
        token: 'This screen needs a token: open it with #token=… at the end of its address.',
      },
      wrong: {
        key: 'The key of this screen is not valid: open it with a valid one, #key=… at the end of its address.',
        token:
          'The token of this screen is not valid, or it has expired: open it with a new one, #token=… at the end of its address.',
      },
      address: (host: string) => `This screen connects to ${host}`,
    },
  },
  feedback: {
    satisfied: 'The picture already shows this.',
    queued: (position: number) =>
      position <= 1
        ? 'The server is busy. You are next in line.'
        : `The server is busy. You are number ${position} in line.`,
    unknownWords: (words: readonly string[]) =>
      words.length === 1
        ? `The model does not know “${words[0]}”. Try a place, a colour or a thing.`
        : `The model does not know ${list(words)}. Try a place, a colour or a thing.`,
    syntaxRemoved: (words: readonly string[]) =>
      words.length === 1
        ? `“${words[0]}” is prompt syntax. It was left out.`
        : `${list(words)} are prompt syntax. They were left out.`,
    tooLong: (painted: number, over: number) =>
      over === 1
        ? `Only the first ${painted} characters are painted. 1 character is too many.`
        : `Only the first ${painted} characters are painted. ${over} characters are too many.`,
    internal: (code: string) =>
      `Page and server misunderstood each other (${code}). If this happens again, reload the page.`,
    unconnected: 'Your words are kept. They are painted as soon as the connection is back.',
    slow: 'Still painting. This takes longer than usual.',
    outcomes: {
      downloaded: 'The picture is in your downloads.',
      imageCopied: 'The picture is copied.',
      promptCopied: 'The words are copied.',
      shared: 'The picture was shared.',
      copyRefused: 'The browser does not allow this page to copy.',
      shareRefused: 'The picture could not be shared.',
    },
    /** Texts for known codes; for any other code the server's own message is shown. */
    codes: {
      'prompt-blocked': 'These words are not painted here. Please try other words.',
      'image-blocked': 'This picture is not shown here. Please try other words.',
      'too-fast': 'You are faster than the server. One moment…',
      'prompt-too-long': 'This text is too long to be painted.',
      'generation-failed': 'This could not be painted. Keep typing, or change a word.',
      'image-broken': 'A picture arrived damaged. Keep typing, or change a word.',
      'image-not-sent': 'A picture could not be sent. Keep typing, or change a word.',
      'too-many-commits': 'Several pictures are still being finished. One moment…',
      'setting-out-of-range':
        'The server does not accept this setting. The former one still applies.',
      'empty-prompt': 'There are no words to paint yet.',
      'prompt-cut': 'The text is longer than the model can read. Its end is not painted.',
      'syntax-removed': 'Prompt syntax was left out.',
      'negative-ignored': '“Leave out” has no effect with this model and guidance.',
    } as Readonly<Record<string, string>>,
  },
};

export type Texts = typeof en;

function list(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words.map((word) => `“${word}”`));
}
