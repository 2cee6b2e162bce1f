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
import { keepControls, loadControls } from './state/stored-controls';
import { SafeMemory } from './storage/memory';
import { openConversation } from './storage/open-conversation';
import { keepNothing, preferences } from './storage/preferences';
import { Typewriter } from './typing/typewriter';

const tabMemory = new SafeMemory(() => sessionStorage);
const credentials = new CredentialStore(tabMemory);
takeKey();

const timer = browserTimer;
const random = Math.random;
const isBooth = new URLSearchParams(location.search).has('booth');
// People who share a screen must not find what others wrote.
if (isBooth) keepNothing();
const urls = new BlobUrls();
const { storage, restored } = isBooth ? {} : await openConversation(tabMemory, urls, timer);
const store = new Store(isBooth ? {} : { ...loadControls(preferences), ...restored?.state });
const source = new PageInformationLoader();
let connection!: LiveConnection;

const controller = new PageController({
  store,
  urls,
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
        resumeToken: restored?.resumeToken,
      },
      listener,
    );
    return connection;
  },
});

startLanguage();
const app = document.createElement(isBooth ? 'lukis-booth' : 'lukis-app');
const typewriter = new Typewriter(timer, random);
Object.assign(app, { store, controller, source, timer, typewriter, credentials, storage });
document.body.append(app);

// Before the booth copies the address into the history, which must not contain a key.
for (const type of ['popstate', 'hashchange']) {
  addEventListener(type, () => {
    if (takeKey()) connection.start();
  });
}

if (isBooth) lockDown(window);
else keepControls(store, preferences);
storage?.follow(store);

source.subscribe(() => {
  document.title = source.page.title;
});
let isConnected = false;
store.subscribe(({ server }) => {
  if (isConnected || server === undefined) return;
  isConnected = true;
  if (source.page.words === undefined) void source.refresh();
});
void source.refresh();

const wake = () => connection.wake();
addEventListener('online', wake);
document.addEventListener('resume', wake);
document.addEventListener('visibilitychange', () => {
  controller.visibilityChanged();
  if (document.hidden) storage?.flush();
  else wake();
});
addEventListener('pagehide', () => {
  storage?.leave();
  connection.stop();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) connection.start();
});
connection.start();

/** Takes a key out of the address; returns whether there was one. */
function takeKey(): boolean {
  const credential = takeCredential(window);
  if (credential !== undefined) credentials.keep(credential);
  return credential !== undefined;
}
