"""Classifiers of pictures: what the evaluation sees in what the model has painted."""
import torch
from torch import nn

import targets

CROP = 32


def convolution(before, after, stride=1):
    return nn.Sequential(nn.Conv2d(before, after, 3, stride, 1, bias=False),
                         nn.BatchNorm2d(after), nn.ReLU())


class SceneProbe(nn.Module):
    """Pictures [batch, 3, 128, 128] in [-1, 1] -> scores of place, hour, weather and paper."""

    def __init__(self):
        super().__init__()
        self.look = nn.Sequential(nn.PixelUnshuffle(4), convolution(48, 48),
                                  convolution(48, 64, 2), convolution(64, 96, 2))
        self.whole = nn.Sequential(nn.Linear(96 * 18, 192), nn.ReLU())
        self.heads = nn.ModuleDict({name: nn.Linear(192, classes)
                                    for name, classes in targets.OF_SCENE.items()})

    def forward(self, pictures):
        x = self.look(pictures)
        parts = torch.cat([nn.functional.avg_pool2d(x, 2).flatten(1), x.amax((2, 3)),
                           x.mean((2, 3))], 1)
        whole = self.whole(parts)
        return {name: head(whole) for name, head in self.heads.items()}


class ThingProbe(nn.Module):
    """What stands in a box: [n, 3, CROP, CROP] -> scores of thing (0: none, whole) and colour."""

    def __init__(self):
        super().__init__()
        self.look = nn.Sequential(convolution(3, 32), convolution(32, 64, 2), convolution(64, 64),
                                  convolution(64, 128, 2), convolution(128, 128),
                                  nn.MaxPool2d(2))
        self.whole = nn.Sequential(nn.Flatten(), nn.Dropout(0.2), nn.Linear(128 * 16, 256),
                                   nn.ReLU())
        self.thing = nn.Linear(256, len(targets.THINGS))
        self.colour = nn.Linear(256, len(targets.TINTS))

    def forward(self, crops):
        whole = self.whole(self.look(crops))
        return {"thing": self.thing(whole), "colour": self.colour(whole)}


class Probe(nn.Module):
    """Both classifiers."""

    def __init__(self):
        super().__init__()
        self.scene = SceneProbe()
        self.thing = ThingProbe()


def crop(picture, side, left, top):
    """The box of a picture [3, 128, 128], brought to [3, CROP, CROP]."""
    box = picture[None, :, top:top + side, left:left + side]
    return nn.functional.interpolate(box, (CROP, CROP), mode="area")[0]
