"""Linear image encoder: principal components of 8 x 8 RGB patches."""
import torch

PATCH = 8
CHANNELS = 32


def to_patches(images):
    """[batch, 3, 128, 128] -> [batch, 192, 16, 16], one patch's pixels in the channels."""
    return torch.nn.functional.pixel_unshuffle(images, PATCH)


class PatchCodec(torch.nn.Module):
    """Images in [-1, 1] to latents [batch, CHANNELS, 16, 16] and linearly back.

    Component k is divided by the square root of its deviation: the coarse components stay
    larger than the fine ones, so that the denoiser spends its effort on them first.
    """

    def __init__(self):
        super().__init__()
        size = 3 * PATCH * PATCH
        self.register_buffer("mean", torch.zeros(size))
        self.register_buffer("basis", torch.eye(size)[:CHANNELS].clone())
        self.register_buffer("scale", torch.ones(CHANNELS))

    @torch.no_grad()
    def fit(self, images):
        """Takes the components from the given images."""
        rows = to_patches(images).permute(0, 2, 3, 1).reshape(-1, self.mean.numel()).double()
        mean = rows.mean(0)
        centred = rows - mean
        values, vectors = torch.linalg.eigh(centred.T @ centred / len(rows))
        order = values.argsort(descending=True)[:CHANNELS]
        deviation = values[order].clamp(min=1e-12).sqrt()
        scale = deviation.rsqrt()
        scale = scale / (deviation * scale).square().mean().sqrt()
        self.mean.copy_(mean)
        self.basis.copy_(vectors[:, order].T)
        self.scale.copy_(scale)

    @property
    def deviation(self):
        """Of each latent channel, [CHANNELS]: the scale is its reciprocal up to a constant."""
        return self.scale.reciprocal() / self.scale.reciprocal().square().mean().sqrt()

    def encode(self, images):
        weight = (self.basis * self.scale[:, None])[:, :, None, None]
        bias = -(weight[:, :, 0, 0] @ self.mean)
        return torch.nn.functional.conv2d(to_patches(images), weight, bias)

    def forward(self, latents):
        """Latents -> images, the linear reconstruction."""
        weight = (self.basis / self.scale[:, None]).T[:, :, None, None]
        patches = torch.nn.functional.conv2d(latents, weight, self.mean)
        return torch.nn.functional.pixel_shuffle(patches, PATCH)
