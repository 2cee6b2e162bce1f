"""What is behind the things and what falls before them, as the network has learned to draw it."""
import torch
from torch import nn

import targets
from reading import FEATURES

SIDE = 128
CELLS, DETAIL, PIXELS = 16, 48, 8
HIDDEN = 256
# So steep that noise next to a cut is on one side of it: else one seed in ten would show a place from
# both sides at once.
DECIDED = 1e4
SAID = targets.OF_SCENE["ground"] + targets.OF_SCENE["hour"] + targets.OF_SCENE["weather"] \
    + targets.OF_SCENE["paper"]


class Backdrop(nn.Module):
    """Probabilities of the scene and the noise's choices -> pictures in [-1, 1]."""

    def __init__(self):
        super().__init__()
        self.read = nn.Sequential(nn.Linear(SAID + FEATURES, HIDDEN), nn.SiLU(),
                                  nn.Linear(HIDDEN, HIDDEN), nn.SiLU())
        self.plan = nn.Linear(HIDDEN, DETAIL * CELLS * CELLS)
        self.draw = nn.Sequential(nn.Conv2d(DETAIL, 128, 3, padding=1), nn.SiLU(),
                                  nn.Conv2d(128, 3 * PIXELS * PIXELS, 1))
        self.fall = nn.Linear(targets.OF_SCENE["weather"], SIDE * SIDE, bias=False)
        self.fallen = nn.Linear(targets.OF_SCENE["weather"], 3, bias=False)
        nn.init.zeros_(self.fall.weight)

    def forward(self, said, choices):
        """[batch, 3, 128, 128]; where the first choice is below the middle, seen in a mirror."""
        choices = (choices * DECIDED).clamp(-1, 1)
        scene = torch.cat([said[name] for name in targets.OF_SCENE] + [choices], 1)
        plan = self.plan(self.read(scene)).view(-1, DETAIL, CELLS, CELLS)
        picture = nn.functional.pixel_shuffle(self.draw(plan), PIXELS)
        mirrored = (0.5 - 0.5 * choices[:, 2])[:, None, None, None]
        return picture + mirrored * (picture.flip(3) - picture)

    def falling(self, weather):
        """(colour [batch, 3, 1, 1], opacity [batch, 1, 128, 128]) of rain and snow."""
        colour = self.fallen(weather)[:, :, None, None]
        return colour, self.fall(weather).view(-1, 1, SIDE, SIDE)
