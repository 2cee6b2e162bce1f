package dev.lukis.model.hub;

/** Hears how a download goes on, in the thread that downloads. */
public interface FetchListener {
  /** Hears nothing. */
  FetchListener NONE =
      new FetchListener() {
        @Override
        public void progress(FetchProgress progress) {}

        @Override
        public void message(String line) {}
      };

  /** More bytes are on disk. Called often. */
  void progress(FetchProgress progress);

  /** Something that a person may want to know: what is fetched, or why a request is repeated. */
  void message(String line);
}
