"""Contact sheets and figures of a trained painter over an evaluation set."""
import cv2
import numpy as np
import torch

import measure
from net import CHANNELS, sample
from store import moods, pictures
from teachers import STYLES
from texture import MOOD_CELLS

LIMIT = 15_000_000


def noise(count, seed, device):
    """(latent noise, mood) of a seed; the same on every device."""
    g = torch.Generator().manual_seed(seed)
    z = torch.randn(count, CHANNELS, 32, 32, generator=g)
    points = torch.randn(count, 3, MOOD_CELLS + 3, MOOD_CELLS + 3, generator=g)
    return z.to(device), moods(points).to(device)


@torch.no_grad()
def painted(painter, decoder, sketches, style, steps, seed, device, batch=25):
    """sketches: uint8 [n, 256, 256, 3]; style: an index -> [n, 3, 256, 256] in 0..1."""
    out = []
    for k in range(0, len(sketches), batch):
        x = decoder.codec.encode(pictures(sketches[k:k + batch], device))
        chosen = torch.zeros(len(x), len(STYLES), device=device)
        chosen[:, style] = 1
        z, mood = noise(len(x), seed + k, device)
        out.append((decoder(sample(painter, x, chosen, mood, z, steps)) + 1) / 2)
    return torch.cat(out)


def tiles(x):
    """[n, 3, h, w] in 0..1 -> a row [h, n w, 3], uint8."""
    return np.hstack([(t.movedim(0, 2).cpu().numpy() * 255 + 0.5).astype(np.uint8) for t in x])


def save(path, sheet):
    """JPEG of at most LIMIT bytes."""
    for quality in (88, 78, 66, 50):
        data = cv2.imencode(".jpg", cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR),
                            [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        if data.nbytes <= LIMIT:
            break
    path.write_bytes(data.tobytes())


def held_sheet(path, painter, decoder, held, device, columns=8, steps=(1, 2, 4, 8)):
    """For each style: rows sketch, one row per number of steps, teacher."""
    sketch, rows = held["sketch"][:columns], []
    for s in range(len(STYLES)):
        rows.append(np.hstack(list(sketch)))
        rows += [tiles(painted(painter, decoder, sketch, s, n, 7, device)) for n in steps]
        rows.append(np.hstack(list(held["painting"][0, :columns, s])))
    save(path, np.vstack(rows))


def fifty_sheet(path, painter, decoder, fifty, device, first, last, steps=8):
    """A row a scene: the flat sketch, then for each style painting and teacher."""
    sketch = fifty["sketch"][first:last]
    columns = [list(sketch)]
    for s in range(len(STYLES)):
        made = painted(painter, decoder, sketch, s, steps, 11 + first, device)
        columns.append([tiles(m[None]) for m in made])
        columns.append(list(fifty["painting"][0, first:last, s]))
    save(path, np.vstack([np.hstack([c[k] for c in columns]) for k in range(len(sketch))]))


def seeds_sheet(path, painter, decoder, fifty, device, scenes=(0, 5, 7, 11)):
    """Rows: for each scene four seeds at 8 steps, then drafts of one and two steps. A column a style."""
    rows = []
    for k in scenes:
        if k >= len(fifty["sketch"]):
            continue
        sketch = fifty["sketch"][k:k + 1]
        for steps, seed in ((8, 1), (8, 2), (8, 3), (8, 4), (1, 1), (2, 1)):
            rows.append(np.hstack([sketch[0]] + [tiles(painted(painter, decoder, sketch, s, steps,
                                                               seed, device))
                                                 for s in range(len(STYLES))]))
    save(path, np.vstack(rows))


def figures(painter, decoder, held, device):
    """{style: figures} on the held-out scenes."""
    result = {}
    sketch = held["sketch"]
    flat = (pictures(sketch, device) + 1) / 2
    for s, style in enumerate(STYLES):
        teacher, other = ((pictures(held["painting"][k, :, s], device) + 1) / 2 for k in (0, 1))
        made = {n: painted(painter, decoder, sketch, s, n, 7, device) for n in (1, 2, 4, 8, 16)}
        second = {n: painted(painter, decoder, sketch, s, n, 8007, device) for n in (1, 2, 8)}
        coded = (decoder(decoder.codec.encode(teacher * 2 - 1)) + 1) / 2
        wanted = measure.texture_features(teacher)

        def far(x):
            return round(measure.distance(measure.texture_features(x), wanted), 3)
        result[style] = dict(
            texture={str(n): far(x) for n, x in made.items()},
            texture_sketch=far(flat), texture_codec=far(coded), texture_teacher=far(other),
            psnr_codec=round(float(-10 * torch.log10((coded - teacher).square().mean())), 2),
            seeds_differ={str(n): round(measure.difference(made[n], x), 2)
                          for n, x in second.items()},
            teachers_differ=round(measure.difference(teacher, other), 2),
            kept=round(measure.kept(made[8], flat), 4),
            kept_teacher=round(measure.kept(teacher, flat), 4))
    return result
