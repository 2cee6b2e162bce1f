import { lockDown } from './booth/kiosk-lockdown';
import './components/app/lukis-app';
import './components/booth/lukis-booth';
import { takeCredential } from './connection/address-credential';
import { CredentialStore } from './connection/credential-store';
import { LiveConnection } from './connection/live-connection';
import { liveUrl } from './connection/live-url';
import { fetchRefusal } from './connection/refusal';
import { browserTimer } from './environment';
import { startLanguage } from './i18n/language';
import { BlobUrls } from './images/image-urls';
import { PageController } from './page-controller';
import { PageInformationLoader } from './page-information-loader';
import { Store } from './state/store';
import { loadControls, saveControls } from './state/stored-controls';
import { Typewriter } from './typing/typewriter';

const credentials = new CredentialStore(sessionStorage);
takeKey();

const timer = browserTimer;
const random = Math.random;
const isBooth = new URLSearchParams(location.search).has('booth');
const store = new Store(isBooth ? {} : loadControls(localStorage));
const source = new PageInformationLoader();
let connection!: LiveConnection;

const controller = new PageController({
  store,
  urls: new BlobUrls(),
  timer,
  random,
  connect: (listener) => {
    connection = new LiveConnection(
      {
        url: liveUrl(document.baseURI),
        openSocket: (url, subprotocols) => new WebSocket(url, subprotocols),
        credential: () => credentials.current,
        fetchRefusal: (shown, signal) => fetchRefusal(shown, signal, location.origin),
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
const typewriter = new Typewriter(timer, random);
Object.assign(app, { store, controller, source, timer, typewriter, credentials });
document.body.append(app);

// Before the booth writes the address into the history, where a key would stay.
for (const type of ['popstate', 'hashchange']) {
  addEventListener(type, () => {
    if (takeKey()) connection.start();
  });
}

if (isBooth) lockDown(window);
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

const wake = () => connection.wake();
addEventListener('online', wake);
document.addEventListener('resume', wake);
document.addEventListener('visibilitychange', () => {
  controller.visibilityChanged();
  if (!document.hidden) wake();
});
addEventListener('pagehide', () => connection.stop());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) connection.start();
});
connection.start();

/** Answers whether the address brought one. */
function takeKey(): boolean {
  const credential = takeCredential(window);
  if (credential !== undefined) credentials.keep(credential);
  return credential !== undefined;
}

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
