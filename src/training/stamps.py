"""Things as the network has learned to draw them, and what it takes to put them anywhere."""
import torch
from torch import nn

import sprites
import targets

FULL = sprites.FULL
CELLS, DETAIL, PIXELS = 24, 32, FULL // 24
MAPS = 8
SIDE = 128


class Stamps(nn.Module):
    """Probabilities of thing, colour and hour -> (colour [n, 3, FULL, FULL], opacity [n, 1, ..]).

    What a thing looks like does not depend on its colour: the network draws MAPS pictures of it
    (its own colours, light and dark parts, ..) that the colour mixes into red, green and blue.
    """

    def __init__(self):
        super().__init__()
        self.looks = nn.Linear(len(targets.THINGS), DETAIL * CELLS * CELLS, bias=False)
        self.draw = nn.Sequential(nn.Conv2d(DETAIL, 96, 3, padding=1), nn.SiLU(),
                                  nn.Conv2d(96, (MAPS + 1) * PIXELS * PIXELS, 1))
        self.mix = nn.Linear(len(targets.TINTS), 3 * MAPS, bias=False)
        self.light = nn.Linear(len(targets.HOURS), 3, bias=False)
        nn.init.normal_(self.looks.weight, std=0.3)
        nn.init.ones_(self.light.weight)
        with torch.no_grad():
            self.mix.weight.mul_(2).view(3, MAPS, -1)[:, :3] += torch.eye(3)[:, :, None] * 0.5

    def forward(self, thing, colour, hour):
        maps = self.maps(thing)
        mix = self.mix(colour).view(-1, 3, MAPS) * self.light(hour)[:, :, None]
        shown = 1 - thing[:, :1, None, None]
        mixed = (mix @ maps[:, :MAPS].flatten(2)).view(-1, 3, FULL, FULL)
        return mixed * shown, maps[:, MAPS:] * shown

    def maps(self, thing):
        """thing [n, classes] -> [n, MAPS + 1, FULL, FULL]; the last is the opacity."""
        looks = self.looks(thing).view(-1, DETAIL, CELLS, CELLS)
        return nn.functional.pixel_shuffle(self.draw(looks), PIXELS)


class Placing(nn.Module):
    """Shrinks pictures to the size and moves them to the place that two lists of classes say."""

    def __init__(self):
        super().__init__()
        extents = torch.zeros(targets.SPANS, SIDE, FULL)
        for size in sprites.SIZES:
            for start in range(targets.STARTS):
                left = start * 8
                shown = max(0, min(size, SIDE - left))
                extents[targets.span(size, left), left:left + shown] = \
                    torch.from_numpy(sprites.shrink(size))[:shown]
        self.register_buffer("extents", extents.flatten(1))

    def forward(self, pictures, across, down):
        """pictures [n, channels, FULL, FULL], across and down [n, SPANS] -> [n, channels, 128, 128]."""
        rows = (down @ self.extents).view(-1, 1, SIDE, FULL)
        columns = (across @ self.extents).view(-1, 1, SIDE, FULL)
        return rows @ pictures @ columns.transpose(2, 3)
