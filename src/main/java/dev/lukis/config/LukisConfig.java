package dev.lukis.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** All settings of Lukis. */
@ConfigMapping(prefix = "lukis")
public interface LukisConfig {
  /**
   * Model: a directory in diffusers' layout, with safetensors or with ONNX graphs; a checkpoint of
   * Stable Diffusion 1, 2 or XL in one {@code .safetensors} file; a repository of the Hugging Face
   * Hub as {@code org/name[@revision]}; or {@code classpath:} and a folder. A repository is fetched
   * at the first start, into the cache that all clients of the Hub share; {@code HF_HOME}, {@code
   * HF_TOKEN}, {@code HF_ENDPOINT} and {@code HF_HUB_OFFLINE} mean what they mean there.
   */
  @WithDefault("classpath:models/lukis-mini")
  String model();

  /**
   * Kind of the checkpoint, if {@code lukis.model} is a single file: {@code sd1}, {@code sd2}
   * (Stable Diffusion 2 that predicts noise), {@code sd2-v} (velocity), {@code sdxl}, {@code
   * sdxl-v}, or {@code auto}: the file tells. Most files of Stable Diffusion 2 do not tell what
   * they predict.
   */
  @WithDefault("auto")
  String modelKind();

  /**
   * LoRAs that are added to the weights, each as a place and a weight: {@code
   * /models/ink.safetensors=0.8}, or {@code org/name[@revision][:file]=0.8} of the Hub. Without a
   * weight, it is 1. The model must have safetensors.
   */
  Optional<List<String>> loras();

  /**
   * Whether {@code PUT /q/loras} changes the weights of the LoRAs while the service paints. Who
   * reaches {@code /q} may then change what everybody's images look like.
   */
  @WithDefault("false")
  boolean loraSwitching();

  /**
   * Devices that run the model: {@code cpu}, {@code cuda:0}, several as {@code cuda:0,cuda:1}, or
   * {@code auto}: a GPU if there is one, else the CPU. GPUs need the GPU build.
   */
  @WithDefault("auto")
  String device();

  /**
   * Folder for the engines that TensorRT builds of a model. If set, TensorRT runs the parts of the
   * model that it supports, on GPUs only. By default, TensorRT is not used.
   */
  Optional<Path> tensorrtCache();

  /**
   * Sampler in place of the model's own: {@code euler}, {@code euler-a}, {@code ddim}, {@code
   * pndm}, {@code heun}, {@code deis}, {@code unipc}, {@code dpmpp-2m}, {@code dpmpp-2m-sde},
   * {@code dpmpp-3m}, {@code lcm} or {@code tcd}; {@code -karras}, {@code -exponential} or {@code
   * -beta} behind the name of most of them spaces the noise levels. By default, {@code sampler} of
   * the model's {@code lukis.json}, else the scheduler that the model comes with.
   */
  Optional<String> sampler();

  /**
   * Layer of the text encoder that conditions the picture: 1 is the last, 2 the last but one, as
   * many fine-tuned models want it. By default, {@code clip_skip} of the model's {@code
   * lukis.json}, else 1.
   */
  @Range(min = "1", max = "12")
  OptionalInt clipSkip();

  /**
   * How the weights of a model in safetensors are held in memory, on the CPU: {@code packed} in the
   * layout that computes fastest; {@code mapped} where they lie in their files, so that loading
   * takes next to no time and memory and a step somewhat longer; {@code auto}: packed if there is
   * free memory for twice the weights, else mapped.
   */
  @WithDefault("auto")
  Weights weights();

  /** How weights are held in memory. */
  enum Weights {
    AUTO,
    MAPPED,
    PACKED
  }

  /**
   * What decodes drafts: {@code tiny} the model's tiny decoder, which takes a fraction of the time
   * and is rougher; {@code full} the model's own; {@code auto}: tiny if the model has one. Settled
   * images and commits are always decoded by the model's own.
   */
  @WithDefault("auto")
  DraftDecoder draftDecoder();

  /** What decodes drafts. */
  enum DraftDecoder {
    AUTO,
    TINY,
    FULL
  }

  /**
   * Tiny decoder for drafts and previews: a directory with an {@code AutoencoderTiny} in diffusers'
   * layout, a repository of the Hub such as {@code madebyollin/taesd}, or {@code none}. By default,
   * the one in the model's directory, else the one of the model's preset, else none.
   */
  Optional<String> tinyDecoder();

  /** Threads that compute one operator of the model. By default, the number of processors. */
  @Range(min = "1", max = "1024")
  OptionalInt threads();

  /**
   * Upper bound of the sessions that share one denoising step. By default, measured at the start.
   */
  @Range(min = "1", max = "1024")
  OptionalInt batchCap();

  /**
   * Time after which a device that still computes the same step counts as hung. The liveness probe
   * then fails.
   */
  @Range(min = "1s", max = "24h")
  @WithDefault("60s")
  Duration hungAfter();

  /** Maximum length of a prompt, in characters. */
  @Range(min = "1", max = "20000")
  @WithDefault("500")
  int promptLength();

  /**
   * Origins of other pages from which browsers may connect, such as {@code https://example.org}.
   * The server's own page may always connect. {@code *} is not supported.
   */
  Optional<List<String>> allowedOrigins();

  /** Caches. */
  Cache cache();

  /** Caches. */
  interface Cache {
    /** Memory for encoded prompts. */
    @Range(min = "64K", max = "1T")
    @WithDefault("16M")
    MemorySize conditioning();

    /** Memory for encoded images. */
    @Range(min = "64K", max = "1T")
    @WithDefault("32M")
    MemorySize images();
  }

  /** Shared images. */
  ShareConfig share();

  /** Shared images. */
  interface ShareConfig {
    /**
     * Public URL of the server, such as {@code https://lukis.example.org}, for links to shared
     * images. By default, the URL that the browser used; if that is {@code localhost}, the address
     * of this machine in its network.
     */
    @HttpUrl
    Optional<String> baseUrl();

    /** Time for which a shared image can be fetched. */
    @Range(min = "1s", max = "720h")
    @WithDefault("30m")
    Duration lifetime();

    /** Memory for shared images. Above it, images that are not fetched are dropped first. */
    @Range(min = "64K", max = "1T")
    @WithDefault("32M")
    MemorySize memory();

    /** Upper bound of the images that one session may share. 0 disables sharing. */
    @Range(min = "0", max = "1000000")
    @WithDefault("50")
    int perSession();
  }

  /** The page. */
  Page page();

  /** The page. */
  interface Page {
    /** Title of the page. */
    @WithDefault("Lukis")
    String title();

    /** URL of a logo, shown beside the title. */
    Optional<String> logo();

    /** Booth mode of the page, at {@code /?booth}. */
    Booth booth();
  }

  /** Booth mode of the page. */
  interface Booth {
    /**
     * Prompts of the demonstration, by language tag. By default, four in English and Indonesian.
     */
    Map<String, List<String>> prompts();

    /** Time without input after which the demonstration begins. */
    @Range(min = "1s", max = "24h")
    @WithDefault("20s")
    Duration attractAfter();

    /** Time without input after which the visitor's words and images are deleted. */
    @Range(min = "1s", max = "24h")
    @WithDefault("60s")
    Duration wipeAfter();
  }

  /** Timing while a user types. */
  Live live();

  /** Timing while a user types. */
  @OrderedTimes
  interface Live {
    /**
     * Quiet period: an edit is painted if no other edit follows within this time. Used until the
     * time of a draft has been measured; then the quiet period is that time, within its bounds.
     */
    @Range(min = "0ms", max = "10s")
    @WithDefault("120ms")
    Duration quiet();

    /** Lower bound of the quiet period. */
    @Range(min = "0ms", max = "10s")
    @WithDefault("30ms")
    Duration quietMin();

    /** Upper bound of the quiet period. */
    @Range(min = "1ms", max = "10s")
    @WithDefault("300ms")
    Duration quietMax();

    /** Maximum time until an edit is painted, even if others follow. */
    @Range(min = "1ms", max = "1m")
    @WithDefault("400ms")
    Duration maxWait();

    /** Time without edits after which the next edit is painted at once. */
    @Range(min = "0ms", max = "1h")
    @WithDefault("1s")
    Duration idle();

    /** Time without edits after which the final image is painted, with all steps. */
    @Range(min = "1ms", max = "1h")
    @WithDefault("600ms")
    Duration settleAfter();

    /**
     * Effect of a newer revision on a running generation: {@code steer} goes on with the new words,
     * {@code restart} begins anew, {@code finish} completes the old one first.
     */
    @WithDefault("steer")
    OnNewRevision onNewRevision();

    /**
     * Share of noise, 0 to 1, down to which a running draft is steered; with less noise, new words
     * would not show. By default, the value in the model's {@code lukis.json}, else 0.6.
     */
    @Range(min = "0", max = "1")
    Optional<Float> steerNoise();

    /** Maximum time between two images while a user types, if the device is fast enough. */
    @Range(min = "1ms", max = "1h")
    @WithDefault("700ms")
    Duration maxStaleness();

    /** Time after which a waiting final image takes precedence over drafts of others. */
    @Range(min = "0ms", max = "1h")
    @WithDefault("3s")
    Duration settlePatience();

    /**
     * Maximum time for one write to a client. A slower client is closed, and can resume its
     * session.
     */
    @Range(min = "100ms", max = "1h")
    @WithDefault("10s")
    Duration writeDeadline();
  }

  /** Admission, and limits of what clients send. */
  AdmissionConfig admission();

  /** Resumption of sessions whose connection was lost. */
  ResumeConfig resume();

  /** Graceful shutdown. */
  DrainConfig drain();

  /** Safety checks of prompts and images. */
  SafetyConfig safety();

  /** Authentication. */
  IdentityConfig identity();

  /** Logging. */
  LogConfig log();

  /** Names of the supersession policies. */
  enum OnNewRevision {
    STEER,
    RESTART,
    FINISH
  }
}
