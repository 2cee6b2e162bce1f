import './components/lukis-app';
import { LiveConnection } from './connection/live-connection';
import { liveUrl } from './connection/live-url';
import { browserTimer } from './environment';
import { BlobUrls } from './images/image-urls';
import { Store } from './state/store';
import { Studio } from './studio';
import { SelfTypist } from './typing/self-typist';

const timer = browserTimer;
const random = Math.random;
const store = new Store();
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

const app = document.createElement('lukis-app');
Object.assign(app, { store, studio, typist: new SelfTypist(timer, random) });
document.body.append(app);

addEventListener('online', () => connection.networkReturned());
connection.start();
