"""The JSON files of the exported model directory."""
import patches
import text_encoder
import tokenizer
import vocabulary

IMAGE = 128
DRAFT = {"steps": 1, "guidance_scale": 1.0}
SETTLE = {"steps": 4, "guidance_scale": 1.0}


def configs():
    """The JSON file of each folder, as Diffusers names its fields."""
    channels = patches.CHANNELS
    return {
        "model_index.json": {
            "_class_name": "LukisMiniPipeline", "_diffusers_version": "0.35.0",
            "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
            "text_encoder": ["lukis", "TextEncoder"],
            "tokenizer": ["transformers", "PreTrainedTokenizerFast"],
            "unet": ["lukis", "UNet"], "vae_decoder": ["lukis", "PatchDecoder"]},
        "scheduler/scheduler_config.json": {
            "_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000,
            "shift": 3.0},
        "tokenizer/tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": tokenizer.LENGTH,
            "pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]"},
        "text_encoder/config.json": {
            "hidden_size": text_encoder.WIDTH, "max_position_embeddings": tokenizer.LENGTH,
            "vocab_size": len(tokenizer.pieces()), "num_hidden_layers": text_encoder.LAYERS},
        "unet/config.json": {
            "in_channels": channels, "out_channels": channels, "sample_size": 16,
            "cross_attention_dim": text_encoder.WIDTH},
        "vae_decoder/config.json": {
            "latent_channels": channels, "out_channels": 3, "scaling_factor": 1.0,
            "shift_factor": 0.0, "sample_size": IMAGE, "block_out_channels": [32, 64, 96, 96]},
        "lukis.json": {"name": "lukis-mini", "draft": DRAFT, "settle": SETTLE,
            "steer_noise": 0.45},
        "vocabulary.json": vocabulary.as_file(),
    }
