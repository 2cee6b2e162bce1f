import type { Texts } from './en';

/** All Indonesian texts of the page. */
export const id: Texts = {
  language: 'Bahasa',
  emptyState: {
    heading: 'Apa yang kamu lihat?',
    text: 'Tuliskan saja. Gambar muncul pada kata kedua dan berubah dengan setiap kata berikutnya.',
    examplesLabel: 'Atau coba salah satu ini:',
    examples: [
      'balon merah di pantai pada malam hari',
      'istana kecil di gunung dengan pelangi',
      'perahu kuning di laut saat matahari terbenam',
      'roket putih di angkasa',
    ],
  },
  vocabulary: {
    title: 'Kata yang dikenal model ini',
    things: 'Benda',
    colours: 'Warna',
    places: 'Tempat',
    times: 'Waktu',
    weathers: 'Cuaca',
    sizes: 'Ukuran',
    positions: 'Posisi',
    more: (count) => `dan ${count} lagi`,
    add: (word) => `Tambahkan “${word}”`,
  },
  composer: {
    label: 'Apa yang ingin dilukis',
    placeholder: 'balon merah…',
    keep: 'Simpan lukisan ini',
    left: (count) => `sisa ${count} huruf`,
    help: 'Enter menyimpan lukisan · Shift + Enter membuat baris baru · ↑ mengubah lukisan sebelumnya',
    editing: (number) => `Mengubah No. ${number}`,
    editHelp: 'Enter menyimpan perubahan · Esc membatalkannya',
    cancel: 'Batalkan perubahan',
  },
  connection: {
    connecting: 'Menyambung…',
    queued: (position) =>
      position <= 1
        ? 'Server penuh. Berikutnya giliranmu.'
        : `Server penuh. Kamu nomor ${position} dalam antrean.`,
    unreachable: (seconds) =>
      seconds === 0
        ? 'Server tidak menjawab. Mencoba lagi…'
        : `Server tidak menjawab. Mencoba lagi dalam ${seconds} dtk`,
    opening: 'Model sedang dimuat. Sebentar…',
    fetching: (percent) => `Model sedang diunduh, ${percent} %. Sebentar…`,
    restarting: 'Server dimulai ulang. Menyambung lagi…',
    ready: 'Siap',
    waiting: (seconds) =>
      seconds === 0
        ? 'Sambungan terputus. Menyambung lagi…'
        : `Menyambung lagi dalam ${seconds} dtk`,
    offline: (seconds) =>
      seconds === 0 ? 'Luring. Mencoba lagi…' : `Luring. Mencoba lagi dalam ${seconds} dtk`,
    origin: (seconds) => `Alamat ini tidak diizinkan. Mencoba lagi dalam ${seconds} dtk`,
    protocol: (seconds) => `Halaman dan server tidak cocok. Mencoba lagi dalam ${seconds} dtk`,
    blocked: (seconds) => `Tidak ada sambungan WebSocket. Mencoba lagi dalam ${seconds} dtk`,
    violation: (code) => `satu pesan dari halaman ini melanggar protokol (${code})`,
    flood: 'pesan datang terlalu cepat',
    refused: (reason) => `Ditolak oleh server: ${reason}`,
    busy: (seconds) => `Server penuh. Mencoba lagi dalam ${seconds} dtk`,
    addressFull: (seconds) =>
      `Terlalu banyak sambungan dari jaringanmu. Mencoba lagi dalam ${seconds} dtk`,
    unauthenticated: (wrong) =>
      wrong === undefined
        ? 'Kunci diperlukan'
        : `${wrong === 'key' ? 'Kunci' : 'Token'} tidak berlaku`,
    unlock: 'Masukkan kunci',
    idle: 'Dijeda. Ketik untuk melanjutkan.',
    replaced: 'Lukisan ini dibuka di tab lain. Ketik untuk melanjutkan di sini.',
    retry: 'Coba lagi',
  },
  signIn: {
    heading: 'Kunci diperlukan',
    text: {
      key: 'Kamu perlu kunci untuk melukis di sini. Mintalah kepada orang yang mengundangmu.',
      token: 'Kamu perlu token untuk melukis di sini. Mintalah kepada orang yang mengundangmu.',
      both: 'Kamu perlu kunci atau token untuk melukis di sini. Mintalah kepada orang yang mengundangmu.',
    },
    kinds: { key: 'Kunci', token: 'Token' },
    choice: 'Kamu punya',
    label: { key: 'Kuncimu', token: 'Tokenmu' },
    reveal: 'Tampilkan teks',
    kept: 'Hanya disimpan di tab ini, sampai tab ditutup.',
    trying: 'Memeriksa…',
    wrong: {
      key: 'Kunci ini tidak berlaku. Periksa sekali lagi.',
      token: 'Token ini tidak berlaku, atau sudah kedaluwarsa.',
    },
    enter: 'Masuk',
    later: 'Nanti saja',
  },
  picture: {
    painting: 'Sedang melukis…',
    waiting: 'Menunggu…',
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
    label: 'Riwayat lukisan ini',
    moment: (prompt, at, count) => `${at} dari ${count}: ${prompt}`,
    now: 'Sekarang',
    branch: 'Lanjutkan dari sini',
    back: 'Kembali ke sekarang',
  },
  tree: {
    label: 'Versi lukisan ini',
    version: (prompt, at) => `Versi ${at}: ${prompt}`,
  },
  variations: {
    make: 'Lukis variasi',
    label: 'Variasi berdampingan',
    original: 'Aslinya',
    take: (at) => `Pilih variasi ${at}`,
    close: 'Tutup variasi',
    hint: 'Pilih yang kamu suka. Yang lain tetap ada di daftar versi.',
  },
  keep: {
    label: 'Tindakan',
    download: 'Unduh',
    copyImage: 'Salin lukisan',
    copyPrompt: 'Salin kata-katanya',
    share: 'Bagikan',
    shareCode: 'Kirim ke ponsel',
  },
  shareCode: {
    title: 'Bawa pulang',
    text: 'Pindai kode ini dengan ponselmu.',
    loopback:
      'Ponsel tidak dapat mencapai alamat ini: alamatnya hanya menuju komputer ini. Operator dapat mengatur lukis.share.base-url.',
    qr: 'Kode QR alamat lukisan',
    expires: (time) => `Tersedia sampai ${time}`,
    fetching: 'Sebentar…',
    gone: 'Server tidak lagi menyimpan lukisan ini. Ubah satu kata agar dilukis lagi.',
    busy: 'Terlalu banyak lukisan dibagikan. Coba lagi sebentar lagi.',
    failed: 'Lukisan tidak dapat dibagikan.',
    close: 'Tutup',
  },
  settings: {
    open: 'Pengaturan',
    shuffle: 'Acak',
    shuffleHelp: 'Kata yang sama, susunan lain',
    keep: 'Pertahankan susunan untuk lukisan berikutnya',
    seed: (seed) => `Seed ${seed}`,
    shape: 'Bentuk',
    shapes: { own: 'Bawaan', tall: 'Tegak', wide: 'Lebar' },
    format: 'Format berkas',
    formats: { jpeg: 'JPEG', webp: 'WebP', png: 'PNG' },
    guidance: 'Seberapa ketat mengikuti kata-kata',
    guidanceOwn: 'bawaan',
    negative: 'Tanpa',
    negativePlaceholder: 'kabut, orang…',
    model: (name, width, height) => `${name} · ${width} × ${height}`,
  },
  stored: {
    heading: 'Percakapan ini',
    text: 'Peramban ini menyimpan kata-kata, pengaturan, dan lukisan terbaru dari tab ini, agar tetap ada setelah halaman dimuat ulang. Semuanya tetap di perangkat ini, dan dihapus setelah tujuh hari.',
    off: 'Peramban ini tidak mengizinkan penyimpanan. Setelah dimuat ulang, semuanya hilang.',
    remove: 'Hapus percakapan',
    sure: 'Hapus semua lukisan dan kata-kata dari percakapan ini?',
    yes: 'Hapus',
    no: 'Jangan hapus',
  },
  help: {
    origin: {
      heading: 'Alamat ini tidak diizinkan',
      text: (origin) =>
        `Server Lukis tidak mengizinkan halaman dari ${origin}. Operatornya perlu menambahkan alamat ini ke pengaturan:`,
    },
    blocked: {
      heading: 'Proksi tidak meneruskan WebSocket',
      text: (status) =>
        `Halaman dapat dibuka, tetapi sambungannya tidak: proksi di antara halaman ini dan server tidak meneruskan WebSocket ke alamat di bawah (jawabannya: ${status || 'pengalihan'}). Operator perlu mengubahnya.`,
    },
    protocol: {
      heading: 'Halaman dan server tidak cocok',
      text: 'Halaman ini lebih lama atau lebih baru daripada server. Muat ulang halaman. Jika tidak membantu, operator perlu memperbarui server.',
      reload: 'Muat ulang',
    },
  },
  theme: { toDark: 'Warna gelap', toLight: 'Warna terang' },
  booth: {
    heading: 'Ketik, dan lihat lukisannya muncul',
    touch: 'Tekan satu tombol. Sekarang giliranmu.',
    kept: 'Tekan Enter untuk menyimpan lukisan dan membawanya pulang',
    again: 'Ketik lagi untuk memulai lukisan berikutnya.',
    leaving: (seconds) => `Masih di sini? Semua dihapus dalam ${seconds} dtk.`,
    stay: 'Saya masih di sini',
    startOver: 'Mulai dari awal',
    failure: {
      heading: 'Kami segera kembali',
      comesBack: 'Melukis akan berlanjut sendiri. Kamu tidak perlu berbuat apa-apa.',
      forStaff: 'Untuk petugas, jika ini lebih dari satu menit:',
      steps: [
        'Pastikan kabel jaringan terpasang, atau Wi-Fi menyala.',
        'Pastikan server Lukis berjalan. Jalankan ulang jika perlu.',
        'Setelah itu muat ulang halaman ini.',
      ],
      locked: 'Melukis segera dimulai',
      opensSoon: 'Layar ini masih memerlukan kuncinya.',
      forOperator: 'Untuk operator:',
      needs: {
        key: 'Layar ini perlu kunci: bukalah dengan #key=… di akhir alamatnya.',
        token: 'Layar ini perlu token: bukalah dengan #token=… di akhir alamatnya.',
      },
      wrong: {
        key: 'Kunci layar ini tidak berlaku: bukalah dengan kunci yang benar, #key=… di akhir alamatnya.',
        token:
          'Token layar ini tidak berlaku, atau sudah kedaluwarsa: bukalah dengan yang baru, #token=… di akhir alamatnya.',
      },
      address: (host) => `Layar ini menyambung ke ${host}`,
    },
  },
  feedback: {
    satisfied: 'Lukisan sudah menunjukkan ini.',
    queued: (position) =>
      position <= 1
        ? 'Server sibuk. Berikutnya giliranmu.'
        : `Server sibuk. Kamu nomor ${position} dalam antrean.`,
    unknownWords: (words) =>
      `Model ini tidak mengenal ${list(words)}. Coba tempat, warna, atau benda.`,
    syntaxRemoved: (words) => `${list(words)} adalah sintaks prompt dan tidak dilukis.`,
    tooLong: (painted, over) =>
      `Hanya ${painted} huruf pertama yang dilukis. Kelebihan ${over} huruf.`,
    internal: (code) =>
      `Halaman dan server salah paham (${code}). Jika terulang, muat ulang halaman ini.`,
    unconnected: 'Kata-katamu disimpan, dan dilukis begitu tersambung lagi.',
    slow: 'Masih melukis. Kali ini lebih lama dari biasanya.',
    outcomes: {
      downloaded: 'Lukisan ada di folder unduhanmu.',
      imageCopied: 'Lukisan disalin.',
      promptCopied: 'Kata-kata disalin.',
      shared: 'Lukisan dibagikan.',
      copyRefused: 'Peramban tidak mengizinkan halaman ini menyalin.',
      shareRefused: 'Lukisan tidak dapat dibagikan.',
    },
    codes: {
      'prompt-blocked': 'Kata-kata ini tidak dilukis di sini. Silakan coba kata-kata lain.',
      'image-blocked': 'Lukisan ini tidak ditampilkan. Silakan coba kata-kata lain.',
      'too-fast': 'Kamu lebih cepat daripada server. Sebentar…',
      'prompt-too-long': 'Teks ini terlalu panjang untuk dilukis.',
      'generation-failed': 'Ini tidak dapat dilukis. Teruskan mengetik, atau ubah satu kata.',
      'image-broken':
        'Satu gambar tiba dalam keadaan rusak. Teruskan mengetik, atau ubah satu kata.',
      'image-not-sent': 'Satu gambar tidak terkirim. Teruskan mengetik, atau ubah satu kata.',
      'too-many-commits': 'Beberapa lukisan masih diselesaikan. Sebentar…',
      'setting-out-of-range':
        'Server tidak menerima pengaturan ini. Pengaturan sebelumnya tetap berlaku.',
      'empty-prompt': 'Belum ada kata untuk dilukis.',
      'prompt-cut':
        'Teksnya lebih panjang daripada yang dapat dibaca model. Bagian akhirnya tidak dilukis.',
      'syntax-removed': 'Sintaks prompt tidak dilukis.',
      'negative-ignored': 'Isi “Tanpa” tidak berpengaruh pada model dan panduan ini.',
    },
  },
};

function list(words: readonly string[]): string {
  return new Intl.ListFormat('id').format(words.map((word) => `“${word}”`));
}
