/** What a server with a small model says about the page. */
export const FAKE_PAGE = {
  title: 'Lukis',
  logo: null,
  booth: {
    prompts: {
      en: ['a red balloon on the beach at night', 'a yellow boat on the sea at sunset'],
      id: ['balon merah di pantai pada malam hari'],
    },
    attractAfterMs: 20_000,
    wipeAfterMs: 60_000,
  },
  words: {
    en: {
      things: ['balloon', 'boat', 'rocket', 'castle', 'tree', 'house', 'cat', 'whale', 'star'],
      colours: ['red', 'blue', 'yellow', 'white', 'green'],
      places: ['beach', 'mountains', 'snow', 'sea', 'space', 'meadow'],
      times: ['night', 'day', 'sunset'],
      weathers: ['rain', 'stars', 'rainbow'],
      sizes: ['small', 'large'],
      positions: ['left', 'right'],
    },
    id: {
      things: ['balon', 'perahu', 'roket', 'istana', 'pohon'],
      colours: ['merah', 'biru', 'kuning', 'putih', 'hijau'],
      places: ['pantai', 'gunung', 'salju', 'laut'],
      times: ['malam', 'siang'],
      weathers: ['hujan', 'pelangi'],
    },
  },
  sharing: true,
};
