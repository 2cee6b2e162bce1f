"""What the shipped model paints, judged by the probe. evaluate.sh runs it all."""
import argparse
import os

import numpy as np
import torch
from PIL import Image

import judge
import targets
from data import images
from evaluation_captions import all_captions
from probe import Probe, picture_classes, things_seen
from train_probe import Scenes

BATCH = 50
GROUPS = {"en": "English", "id": "Indonesian", "cut": "cut in mid-word"}
PROBED = ("ground", "hour", "weather")


def write_captions(path):
    with open(path, "w", encoding="utf-8") as out:
        for caption in all_captions():
            out.write(f"{caption.name}\t{caption.seed}\t{caption.text}\n")


def pictures(folder, listed):
    loaded = [np.asarray(Image.open(os.path.join(folder, caption.name + ".png")).convert("RGB"))
              for caption in listed]
    return images(loaded)


@torch.no_grad()
def look(probe, folder, listed):
    """[(whole, seen), ..]: what the probe sees in each caption's picture."""
    found = []
    for i in range(0, len(listed), BATCH):
        scores = probe(pictures(folder, listed[i:i + BATCH]))
        whole, seen = picture_classes(scores), things_seen(scores)
        found += [({name: classes[k].item() for name, classes in whole.items()}, seen[k])
                  for k in range(len(seen))]
    return found


def judged(listed, found):
    """Shares of right answers. Of a cut caption only what whole words say is asked."""
    tally = judge.Tally()
    for caption, (whole, seen) in zip(listed, found):
        asked = judge.verdicts(caption.sure, whole, seen)
        for name, right in judge.verdicts(caption.scene, whole, seen).items():
            if name in asked:
                tally.count(name, right)
    return tally.shares()


@torch.no_grad()
def own_error(probe):
    """The same judgement of drawn scenes: what the probe itself gets wrong."""
    stream, tally = Scenes(78, whole=True), judge.Tally()
    for _ in range(40):
        drawn, _, said = stream.batch(50)
        scores = probe(drawn)
        judge.add(tally, said, picture_classes(scores), things_seen(scores))
    return tally.shares()


def steadiness(listed, found, folder):
    """(share of pairs in which nothing else changed, mean change outside the thing of 255)."""
    same, changes = [], []
    for k in range(0, len(listed), 2):
        (first, one), (second, two) = found[k], found[k + 1]
        changed = listed[k].changed
        fixed = [name for name in PROBED if name != {"place": "ground", "time": "hour"}.get(
            changed, changed)]
        steady = all(first[name] == second[name] for name in fixed)
        steady &= changed == "thing" or one[0][0] == two[0][0]
        steady &= changed == "colour" or one[0][1] == two[0][1]
        same.append(steady)
        if changed in ("thing", "colour"):
            changes.append(_outside(pictures(folder, listed[k:k + 2]), one[0][2], two[0][2]))
    return 100 * sum(same) / len(same), sum(changes) / len(changes)


def _outside(pair, *middles):
    """Mean absolute difference outside 80 x 80 pixels around the things' middles."""
    outside = torch.ones(128, 128)
    for x, y in middles:
        top, left = (max(0, int(round(8 * middle + 4)) - 40) for middle in (y, x))
        outside[top:top + 80, left:left + 80] = 0
    difference = (pair[0] - pair[1]).abs().mean(0) * 127.5
    return ((difference * outside).sum() / outside.sum().clamp(min=1)).item()


def table(probe, folder):
    """Markdown: one row an attribute, one column a kind of caption and a number of steps."""
    listed = all_captions()
    groups = {name: [c for c in listed if c.name.startswith(name + "-")] for name in GROUPS}
    plans = sorted((name for name in os.listdir(folder)), key=int)
    columns = [("probe on drawings", own_error(probe))]
    for name, said in GROUPS.items():
        for steps in plans:
            path = os.path.join(folder, steps)
            columns.append((f"{said}, {steps}", judged(groups[name],
                                                       look(probe, path, groups[name]))))
    rows = ["| Attribute | " + " | ".join(name for name, _ in columns) + " |",
            "|---" * (len(columns) + 1) + "|"]
    for attribute in columns[0][1]:
        cells = [f"{shares[attribute][0]} ({shares[attribute][1]})" if attribute in shares else "-"
                 for _, shares in columns]
        rows.append(f"| {attribute} | " + " | ".join(cells) + " |")
    pairs = [caption for caption in listed if caption.name.startswith("pair-")]
    for steps in plans:
        path = os.path.join(folder, steps)
        share, change = steadiness(pairs, look(probe, path, pairs), path)
        rows.append(f"\n{steps} steps: in {share:.1f} % of {len(pairs) // 2} pairs nothing else "
                    f"changed; outside the thing {change:.2f} of 255.")
    return "\n".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("captions", "table"))
    parser.add_argument("--folder", required=True, help="with probe.pt; captions.tsv goes there")
    parser.add_argument("--images", help="what the painter has written; default <folder>/images")
    args = parser.parse_args()
    if args.what == "captions":
        write_captions(os.path.join(args.folder, "captions.tsv"))
        return
    torch.set_num_threads(2)
    probe = Probe()
    probe.load_state_dict(torch.load(os.path.join(args.folder, "probe.pt")))
    print(table(probe.eval(), args.images or os.path.join(args.folder, "images")))


if __name__ == "__main__":
    main()
