"""Token ids -> one vector for the scene and one for each of its things."""
import torch
from torch import nn

import tokenizer
from layers import Attention, LayerNorm
from scenes import MOST

WIDTH = 128
HEADS = 4
LAYERS = 3
ROWS = 1 + MOST


def padding_bias(padded):
    """[batch, keys] of bool -> what attention adds to its scores, [batch, 1, 1, keys]."""
    return padded[:, None, None, :].float() * -1e4


class Layer(nn.Module):
    """Pre-norm transformer layer."""

    def __init__(self):
        super().__init__()
        self.norm1 = LayerNorm(WIDTH)
        self.attention = Attention(WIDTH, WIDTH, HEADS)
        self.norm2 = LayerNorm(WIDTH)
        self.mlp = nn.Sequential(nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(),
                                 nn.Linear(4 * WIDTH, WIDTH))

    def forward(self, x, bias):
        y = self.norm1(x)
        x = x + self.attention(y, y, bias)
        return x + self.mlp(self.norm2(x))


class TextEncoder(nn.Module):
    """ids [batch, tokens] -> [batch, ROWS, WIDTH].

    Learned rows before the tokens gather what the caption says: the first about the scene, each
    other about one thing, in the order in which the caption names them.
    """

    def __init__(self, vocabulary_size):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary_size, WIDTH)
        self.positions = nn.Parameter(torch.randn(tokenizer.LENGTH, WIDTH) * 0.1)
        self.rows = nn.Parameter(torch.randn(ROWS, WIDTH) * 0.5)
        nn.init.normal_(self.tokens.weight, std=0.5)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm = LayerNorm(WIDTH)
        self.bag = nn.Linear(WIDTH, WIDTH)

    def forward(self, ids):
        spoken = (ids != tokenizer.PAD)[:, :, None].float()
        tokens = self.tokens(ids)
        said = (tokens + self.positions[:ids.shape[1]]) * spoken
        # The plain sum of the tokens tells which words there are long before attention does.
        rows = self.rows + self.bag((tokens * spoken).sum(1, keepdim=True))
        x = torch.cat([rows, said], 1)
        padded = torch.cat([torch.zeros_like(rows[:, :, 0]), 1 - spoken[:, :, 0]], 1)
        for layer in self.layers:
            x = layer(x, padding_bias(padded))
        return self.norm(x[:, :ROWS])
