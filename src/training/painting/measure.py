"""Figures of paintings: distance of texture, difference, what is kept of the sketch.

Pictures are [n, 3, h, w] in 0..1 on any device.
"""
import math

import torch
from torch.nn import functional as F

BLOCK = 64
SIGMAS = (0.8, 1.6, 3.2)


def blurred(x, sigma):
    r = max(1, math.ceil(3 * sigma))
    k = torch.exp(-0.5 * (torch.arange(-r, r + 1, device=x.device, dtype=x.dtype) / sigma) ** 2)
    k = k / k.sum()
    c = x.shape[1]
    x = F.pad(x, (r, r, r, r), mode="replicate")
    x = F.conv2d(x, k.view(1, 1, -1, 1).expand(c, 1, -1, 1), groups=c)
    return F.conv2d(x, k.view(1, 1, 1, -1).expand(c, 1, 1, -1), groups=c)


def luma(x):
    weights = torch.tensor((0.3, 0.59, 0.11), device=x.device, dtype=x.dtype)
    return (x * weights.view(1, 3, 1, 1)).sum(1, keepdim=True)


def texture_features(x):
    """Mean strength of oriented derivatives in blocks, in logarithms, and the mean colour: [m, 24]."""
    y, rows = luma(x), []
    for sigma in SIGMAS:
        b = F.pad(blurred(y, sigma), (1, 1, 1, 1), mode="replicate")
        gx, gy = (b[..., 1:-1, 2:] - b[..., 1:-1, :-2]) / 2, (b[..., 2:, 1:-1] - b[..., :-2, 1:-1]) / 2
        middle = b[..., 1:-1, 1:-1]
        gxx = b[..., 1:-1, 2:] + b[..., 1:-1, :-2] - 2 * middle
        gyy = b[..., 2:, 1:-1] + b[..., :-2, 1:-1] - 2 * middle
        gxy = (b[..., 2:, 2:] + b[..., :-2, :-2] - b[..., 2:, :-2] - b[..., :-2, 2:]) / 4
        for d in (gx, gy, (gx + gy) * 0.7, (gx - gy) * 0.7, gxx * sigma, gyy * sigma, gxy * sigma):
            rows.append(torch.log(F.avg_pool2d(d.abs() * sigma, BLOCK) + 0.003))
    colour = 3 * F.avg_pool2d(x, BLOCK)
    return torch.cat(rows + [colour], 1).movedim(1, -1).flatten(0, 2).double().cpu()


def distance(a, b):
    """Frechet distance of two sets of features."""
    cov_a, cov_b = torch.cov(a.T), torch.cov(b.T)
    values, vectors = torch.linalg.eigh(cov_a)
    root = vectors @ torch.diag(values.clamp(min=0).sqrt()) @ vectors.T
    cross = torch.linalg.eigvalsh(root @ cov_b @ root).clamp(min=0).sqrt().sum()
    return float((a.mean(0) - b.mean(0)).square().sum() + torch.trace(cov_a + cov_b) - 2 * cross)


def texture_distance(x, y):
    return distance(texture_features(x), texture_features(y))


def difference(x, y):
    """Mean absolute difference, of 255."""
    return float((x - y).abs().mean() * 255)


def kept(x, sketch):
    """Correlation of the blurred pictures, mean over them."""
    a, b = (blurred(v, 6.0).flatten(1) for v in (x, sketch))
    a, b = a - a.mean(1, keepdim=True), b - b.mean(1, keepdim=True)
    return float(((a * b).sum(1) / (a.norm(dim=1) * b.norm(dim=1) + 1e-9)).mean())
