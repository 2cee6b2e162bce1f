import { closeExits } from './booth/exits';
import './components/lukis-app';
import './components/lukis-booth';
import { LiveConnection } from './connection/live-connection';
import { liveUrl } from './connection/live-url';
import { browserTimer } from './environment';
import { startLanguage } from './i18n/language';
import { BlobUrls } from './images/image-urls';
import { PageSource } from './page-source';
import { loadControls, saveControls } from './state/kept-controls';
import { Store } from './state/store';
import { Studio } from './studio';
import { SelfTypist } from './typing/self-typist';

const timer = browserTimer;
const random = Math.random;
const isBooth = new URLSearchParams(location.search).has('booth');
const store = new Store(isBooth ? {} : loadControls(localStorage));
const source = new PageSource();
let connection!: LiveConnection;

const studio = new Studio({
  store,
  urls: new BlobUrls(),
  timer,
  random,
  connect: (listener) => {
    connection = new LiveConnection(
      {
        url: liveUrl(location),
        openSocket: (url, subprotocol) => new WebSocket(url, subprotocol),
        timer,
        random,
        isOnline: () => navigator.onLine,
      },
      listener,
    );
    return connection;
  },
});

startLanguage();
const app = document.createElement(isBooth ? 'lukis-booth' : 'lukis-app');
Object.assign(app, { store, studio, source, timer, typist: new SelfTypist(timer, random) });
document.body.append(app);

if (isBooth) closeExits(window);
else keepControls();

source.subscribe(() => {
  document.title = source.page.title;
});
let greeted = false;
store.subscribe(({ server }) => {
  if (greeted || server === undefined) return;
  greeted = true;
  if (source.page.words === undefined) void source.refresh();
});
void source.refresh();

addEventListener('online', () => connection.networkReturned());
connection.start();

/** Remembers what is set; what nobody touched is not written down. */
function keepControls(): void {
  let { controls, keepSeed, seed } = store.state;
  store.subscribe((state) => {
    const touched = state.controls !== controls || state.keepSeed !== keepSeed;
    const reseeded = state.keepSeed && seed !== undefined && state.seed !== seed;
    ({ controls, keepSeed, seed } = state);
    if (touched || reseeded) saveControls(localStorage, state);
  });
}
