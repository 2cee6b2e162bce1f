"""What the caption's vectors and the noise say about the picture, as probabilities."""
import torch
from torch import nn

import targets
import variant
from text_encoder import WIDTH

# Normal quantiles at which choices among two, four and five differ.
CUTS = (-0.842, -0.674, 0.0, 0.674, 0.842)
FEATURES = variant.CHOICES * len(CUTS)
# Probabilities are sharpened, so that no second thing shines through. A box most of all: noise close
# to a cut leaves it open between two, and a thing must stand in one of them.
SHARPENED = {"thing": 4.0, "across": 20.0, "down": 20.0}
OTHERS_SHARPENED = 2.0


def choice_features(readings):
    """On which side of each cut the noise's readings lie, [batch, CHOICES] -> [batch, FEATURES]."""
    cuts = torch.tensor(CUTS)
    return ((readings[:, :, None] - cuts) * 12).tanh().flatten(1)


class Reading(nn.Module):
    """rows [batch, ROWS, WIDTH], choices [batch, FEATURES] -> {name: scores}.

    Scores of the scene are [batch, classes], those of things [batch, MOST, classes].
    """

    def __init__(self):
        super().__init__()
        self.scene = nn.ModuleDict({name: nn.Linear(WIDTH, classes)
                                    for name, classes in targets.OF_SCENE.items()})
        self.things = nn.ModuleDict({name: nn.Linear(WIDTH, classes)
                                     for name, classes in targets.OF_THING.items()})
        self.enter = nn.Linear(WIDTH + FEATURES, 160)
        self.boxes = nn.ModuleDict({name: nn.Linear(160, classes)
                                    for name, classes in targets.OF_BOX.items()})

    def forward(self, rows, choices):
        scene, things = rows[:, 0], rows[:, 1:]
        chosen = choices[:, None].expand(-1, things.shape[1], -1)
        placing = nn.functional.silu(self.enter(torch.cat([things, chosen], 2)))
        scores = {name: head(scene) for name, head in self.scene.items()}
        scores.update({name: head(things) for name, head in self.things.items()})
        scores.update({name: head(placing) for name, head in self.boxes.items()})
        return scores


def probabilities(scores):
    return {name: (score.float() * SHARPENED.get(name, OTHERS_SHARPENED)).softmax(-1)
            for name, score in scores.items()}


def one_hot(classes):
    """{name: classes, -1 for none} -> what probabilities() would say if it were certain."""
    counts = {**targets.OF_SCENE, **targets.OF_THING, **targets.OF_BOX}
    return {name: nn.functional.one_hot(listed.clamp(min=0), counts[name]).float()
            for name, listed in classes.items()}
