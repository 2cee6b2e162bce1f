"""A classifier of pictures: what the evaluation sees in what the model has painted."""
import torch
from torch import nn

import targets
from scenes import MOST

WIDTH = 96
# The scene, and how many things stand in it.
OF_PICTURE = {**targets.OF_SCENE, "count": MOST + 1}
# What is said of each of 16 x 16 cells; class 0 of "thing" is: nothing stands here.
OF_CELL = {"thing": len(targets.THINGS), "colour": len(targets.TINTS)}


class Block(nn.Module):
    """Residual pair of convolutions."""

    def __init__(self, dilation):
        super().__init__()
        self.norm = nn.BatchNorm2d(WIDTH)
        self.first = nn.Conv2d(WIDTH, WIDTH, 3, padding=dilation, dilation=dilation)
        self.between = nn.BatchNorm2d(WIDTH)
        self.second = nn.Conv2d(WIDTH, WIDTH, 3, padding=1)

    def forward(self, x):
        y = self.first(self.norm(x).relu())
        return x + self.second(self.between(y).relu())


class Probe(nn.Module):
    """[batch, 3, 128, 128] in [-1, 1] -> {name: scores}.

    Scores of OF_PICTURE are [batch, classes], those of OF_CELL [batch, classes, 16, 16].
    """

    def __init__(self):
        super().__init__()
        self.enter = nn.Sequential(nn.PixelUnshuffle(8), nn.Conv2d(192, WIDTH, 3, padding=1))
        self.blocks = nn.Sequential(Block(1), Block(2))
        self.cells = nn.ModuleDict({name: nn.Conv2d(WIDTH, classes, 1)
                                    for name, classes in OF_CELL.items()})
        self.whole = nn.Sequential(nn.Linear(WIDTH * 18, 256), nn.ReLU())
        self.picture = nn.ModuleDict({name: nn.Linear(256, classes)
                                      for name, classes in OF_PICTURE.items()})

    def forward(self, images):
        x = self.blocks(self.enter(images)).relu()
        parts = torch.cat([nn.functional.avg_pool2d(x, 4).flatten(1), x.amax((2, 3)),
                           x.mean((2, 3))], 1)
        whole = self.whole(parts)
        scores = {name: head(x) for name, head in self.cells.items()}
        scores.update({name: head(whole) for name, head in self.picture.items()})
        return scores


def picture_classes(scores):
    """{name: class of each picture} of what is said of the whole picture."""
    return {name: scores[name].argmax(1) for name in OF_PICTURE}


def things_seen(scores):
    """For each picture its two most visible things: [(class, colour class, (x, y)), ..].

    A thing is as visible as its probabilities over all cells add up to; x and y are the middle of
    these, in cells. Its colour is what its cells say together.
    """
    shown = scores["thing"].float().softmax(1)
    tints = scores["colour"].float().log_softmax(1)
    along = torch.arange(16.0)
    seen = []
    for cells, tint in zip(shown, tints):
        mass = cells.sum((1, 2))
        mass[0] = 0
        found = []
        for one in mass.topk(2).indices.tolist():
            share = cells[one] / mass[one]
            middle = ((share.sum(0) * along).sum().item(), (share.sum(1) * along).sum().item())
            colour = (tint * cells[one]).sum((1, 2))[1:].argmax().item() + 1
            found.append((one, colour, middle))
        seen.append(found)
    return seen
