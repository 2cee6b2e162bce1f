"""The picture that caption and noise ask for: background, things, what falls before them."""
import torch
from torch import nn

from backdrop import Backdrop
from scenes import MOST
from stamps import Placing, Stamps


class Composition(nn.Module):
    """Probabilities and choices (reading.py) -> picture [batch, 3, 128, 128] in [-1, 1]."""

    def __init__(self):
        super().__init__()
        self.backdrop = Backdrop()
        self.stamps = Stamps()
        self.placing = Placing()

    def forward(self, said, choices):
        picture = self.backdrop(said, choices)
        things = self.things(said)
        for k in range(MOST):
            colour, opacity = things[:, k, :3], things[:, k, 3:].clamp(0, 1)
            # Premultiplied colours of 0..1, moved to -1..1.
            picture = picture * (1 - opacity) + 2 * colour - opacity
        colour, opacity = self.backdrop.falling(said["weather"])
        return (picture + (colour - picture) * opacity).clamp(-1, 1)

    def things(self, said):
        """Each thing where it stands, [batch, MOST, 4, 128, 128]."""
        hour = said["hour"][:, None].expand(-1, MOST, -1).flatten(0, 1)
        drawn = self.stamps(said["thing"].flatten(0, 1), said["colour"].flatten(0, 1), hour)
        placed = self.placing(torch.cat(drawn, 1), said["across"].flatten(0, 1),
                              said["down"].flatten(0, 1))
        return placed.view(-1, MOST, *placed.shape[1:])
