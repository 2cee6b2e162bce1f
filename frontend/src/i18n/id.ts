import type { Texts } from './en';

/** Every Indonesian sentence of the page. */
export const id: Texts = {
  language: 'Bahasa',
  invitation: {
    heading: 'Apa yang kamu lihat?',
    text: 'Tuliskan saja. Lukisan muncul pada kata kedua dan berubah bersama setiap kata berikutnya.',
    examplesLabel: 'Atau biarkan salah satu ini menulis sendiri:',
    examples: [
      'balon merah di pantai pada malam hari',
      'istana kecil di gunung dengan pelangi',
      'perahu kuning di laut saat matahari terbenam',
      'roket putih di angkasa',
    ],
  },
  words: {
    title: 'Pelukis ini mengenal',
    things: 'Benda',
    colours: 'Warna',
    places: 'Tempat',
    times: 'Waktu',
    weathers: 'Cuaca',
    sizes: 'Ukuran',
    positions: 'Letak',
    more: (count) => `dan ${count} lagi`,
    add: (word) => `Tambahkan “${word}”`,
  },
  composer: {
    label: 'Apa yang harus dilukis',
    placeholder: 'balon merah…',
    keep: 'Simpan lukisan ini',
    left: (count) => `sisa ${count} huruf`,
    help: 'Enter menyimpan lukisan · Shift + Enter baris baru · ↑ kembali mengubah yang lalu',
    editing: (number) => `Mengubah No. ${number}`,
    editHelp: 'Enter menyimpan perubahan · Esc membiarkannya seperti semula',
    cancel: 'Biarkan seperti semula',
  },
  connection: {
    connecting: 'Menyambung…',
    queued: (position) =>
      position <= 1
        ? 'Semua kanvas terpakai: giliranmu berikutnya'
        : `Semua kanvas terpakai: kamu nomor ${position} dalam antrean`,
    absent: (seconds) =>
      seconds === 0
        ? 'Pelukisnya belum ada. Melihat lagi…'
        : `Pelukisnya belum ada. Melihat lagi dalam ${seconds} dtk`,
    moving: 'Pelukisnya pindah ke kanvas lain…',
    ready: 'Siap',
    waiting: (seconds) =>
      seconds === 0
        ? 'Sambungan terputus. Menyambung lagi…'
        : `Menyambung lagi dalam ${seconds} dtk`,
    offline: (seconds) =>
      seconds === 0 ? 'Luring. Mencoba lagi…' : `Luring. Mencoba lagi dalam ${seconds} dtk`,
    refused: (reason) => `Tidak diizinkan masuk: ${reason}`,
    busy: (seconds) => `Semua kuas sedang dipakai. Mencoba lagi dalam ${seconds} dtk`,
    crowded: (seconds) =>
      `Sudah banyak yang melukis dari tempatmu. Mencoba lagi dalam ${seconds} dtk`,
    unidentified: (wrong) =>
      wrong === undefined
        ? 'Sanggarnya terkunci'
        : `${wrong === 'key' ? 'Kuncinya' : 'Tokennya'} tidak cocok`,
    unlock: 'Buka kunci',
    resting: 'Pelukisnya beristirahat. Ketiklah, dan ia kembali.',
    retry: 'Coba lagi',
  },
  signIn: {
    heading: 'Sanggarnya terkunci',
    text: {
      key: 'Dengan kunci kamu bisa masuk dan melukis. Mintalah pada yang mengundangmu.',
      token: 'Dengan token kamu bisa masuk dan melukis. Mintalah pada yang mengundangmu.',
      both: 'Dengan kunci atau token kamu bisa masuk dan melukis. Mintalah pada yang mengundangmu.',
    },
    kinds: { key: 'Kunci', token: 'Token' },
    choice: 'Yang kamu punya',
    label: { key: 'Kuncimu', token: 'Tokenmu' },
    reveal: 'Perlihatkan tulisannya',
    kept: 'Tab ini mengingatnya sampai kamu menutupnya.',
    trying: 'Mencoba gemboknya…',
    wrong: {
      key: 'Kunci ini tidak cocok. Periksa sekali lagi.',
      token: 'Token ini tidak cocok, atau masanya sudah habis.',
    },
    enter: 'Masuk',
    later: 'Nanti saja',
  },
  picture: {
    painting: 'Sedang melukis…',
    waiting: 'Menunggu giliran…',
    finishing: 'Menyelesaikan…',
    painted: 'Selesai dilukis',
    unpainted: 'Belum dilukis',
    step: (step, steps) => `langkah ${step} dari ${steps}`,
    latency: (milliseconds) => `${milliseconds} md dari ketukan ke lukisan`,
    alternative: (prompt) => `Lukisan: ${prompt}`,
    edit: (prompt) => `Ubah “${prompt}”`,
    number: (number) => `No. ${number}`,
    finished: (prompt, number) => `Lukisan ${number} selesai: ${prompt}`,
  },
  conversation: { label: 'Lukisanmu' },
  timeline: {
    label: 'Perjalanan lukisan ini',
    moment: (prompt, at, count) => `${at} dari ${count}: ${prompt}`,
    now: 'Sekarang',
    branch: 'Lanjut dari sini',
    back: 'Kembali ke sekarang',
  },
  tree: {
    label: 'Versi lukisan ini',
    version: (prompt, at) => `Versi ${at}: ${prompt}`,
  },
  variations: {
    make: 'Lukis variasinya',
    label: 'Variasi berdampingan',
    original: 'Yang sekarang',
    take: (at) => `Pilih variasi ${at}`,
    close: 'Tutup variasi',
    hint: 'Pilih yang kamu suka. Yang lain tetap ada di pohon.',
  },
  keep: {
    label: 'Simpan',
    download: 'Unduh',
    copyImage: 'Salin lukisan',
    copyPrompt: 'Salin kata-katanya',
    share: 'Bagikan',
    takeHome: 'Bawa pulang lewat ponsel',
  },
  takeHome: {
    title: 'Bawa pulang',
    text: 'Arahkan kamera ponselmu ke sini.',
    qr: 'Kode QR alamat lukisan',
    expires: (time) => `Tersedia sampai ${time}`,
    fetching: 'Sebentar…',
    gone: 'Server tidak lagi menyimpan lukisan ini. Ubah satu kata, dan ia dilukis lagi.',
    busy: 'Terlalu banyak lukisan sedang diambil. Coba lagi sebentar nanti.',
    failed: 'Lukisan tidak dapat diberikan.',
    close: 'Tutup',
  },
  settings: {
    open: 'Pengaturan',
    shuffle: 'Acak',
    shuffleHelp: 'Kata sama, susunan lain',
    keep: 'Pertahankan susunan untuk lukisan berikutnya',
    seed: (seed) => `Benih ${seed}`,
    shape: 'Bentuk',
    shapes: { own: 'Asli', tall: 'Tegak', wide: 'Lebar' },
    format: 'Berkas',
    formats: { jpeg: 'JPEG', webp: 'WebP', png: 'PNG' },
    guidance: 'Ikuti kata-kata',
    guidanceOwn: 'sesuka modelnya',
    negative: 'Tanpa',
    negativePlaceholder: 'kabut, orang…',
    model: (name, width, height) => `${name} · ${width} × ${height}`,
  },
  theme: { toDark: 'Redupkan lampu', toLight: 'Nyalakan lampu' },
  booth: {
    heading: 'Ketik, dan jadilah lukisan',
    touch: 'Sentuh papan ketiknya. Sekarang giliranmu.',
    kept: 'Tekan Enter untuk menyimpan lukisan dan membawanya pulang',
    again: 'Ketik lagi, dan lukisan berikutnya dimulai.',
    leaving: (seconds) => `Masih di sana? Semua dihapus dalam ${seconds} dtk.`,
    stay: 'Saya di sini',
    startOver: 'Mulai dari awal',
    failure: {
      heading: 'Pelukisnya sedang meletakkan kuas',
      comesBack: 'Ia kembali sendiri. Kamu tidak perlu berbuat apa-apa.',
      forStaff: 'Bila layar ini tetap ada lebih dari satu menit:',
      steps: [
        'Periksa apakah kabel jaringan terpasang, atau Wi-Fi menyala.',
        'Periksa apakah server Lukis berjalan, lalu jalankan lagi.',
        'Setelah itu muat ulang halaman ini.',
      ],
      locked: 'Sanggarnya masih terkunci',
      opensSoon: 'Ia terbuka begitu ada yang membawa kuncinya.',
      forOperator: 'Untuk yang memasang layar ini:',
      needs: {
        key: 'Layar ini perlu kunci: bukalah dengan #key=… di akhir alamatnya.',
        token: 'Layar ini perlu token: bukalah dengan #token=… di akhir alamatnya.',
      },
      wrong: {
        key: 'Kunci layar ini tidak cocok: bukalah dengan kunci yang benar, #key=… di akhir alamatnya.',
        token:
          'Token layar ini tidak cocok, atau masanya sudah habis: bukalah dengan yang baru, #token=… di akhir alamatnya.',
      },
      address: (host) => `Layar ini mencarinya di ${host}`,
    },
  },
  feedback: {
    satisfied: 'Lukisannya sudah menunjukkan ini.',
    queued: (position) =>
      position <= 1
        ? 'Kuasnya sedang dipakai: giliranmu berikutnya.'
        : `Kuasnya sedang dipakai: kamu nomor ${position} dalam antrean.`,
    unknownWords: (words) =>
      `${list(words)} masih asing bagi pelukis ini. Coba tempat, warna, atau benda.`,
    unconnected: 'Kata-katamu disimpan, dan dilukis begitu tersambung.',
    slow: 'Masih melukis. Ini lebih lama dari biasanya.',
    outcomes: {
      downloaded: 'Lukisan ada di unduhanmu.',
      imageCopied: 'Lukisan disalin.',
      promptCopied: 'Kata-katanya disalin.',
      shared: 'Lukisan sedang dikirim.',
      copyRefused: 'Peramban tidak mengizinkan halaman ini menyalin.',
      shareRefused: 'Lukisan tidak dapat dibagikan.',
    },
    codes: {
      'prompt-blocked': 'Yang itu tidak dilukis di sini. Silakan coba kata-kata lain.',
      'image-blocked': 'Lukisan ini tidak ditampilkan. Silakan coba kata-kata lain.',
      'too-fast': 'Sebentar: pelukisnya sedang mengejar.',
      'prompt-too-long': 'Kata-katanya terlalu banyak untuk pelukis ini.',
      'generation-failed': 'Yang ini tidak dapat dilukis. Teruskan mengetik, atau ubah satu kata.',
      'image-not-sent': 'Satu lukisan hilang di jalan. Teruskan mengetik, atau ubah satu kata.',
      'too-many-commits': 'Beberapa lukisan masih diselesaikan. Sebentar.',
      'setting-out-of-range':
        'Pelukis tidak mengenal pengaturan ini. Ia melanjutkan seperti semula.',
      'prompt-cut': 'Kata-katanya terlalu banyak untuk pelukis ini. Sisanya ditinggalkan.',
      'malformed-message': 'Server mengatakan sesuatu yang tidak dimengerti halaman ini.',
    },
  },
};

function list(words: readonly string[]): string {
  return new Intl.ListFormat('id').format(words.map((word) => `“${word}”`));
}
