"""What the shipped model paints, judged by the probe. evaluate.sh runs it all."""
import argparse
import os
import random

import numpy as np
import torch
from PIL import Image

import judge
import scenes
import sight
from data import images
from evaluation_captions import all_captions, for_sheet
from probe import Probe
from train_probe import own_error
from variant import Variant

BATCH = 50
GROUPS = {"en": "English", "id": "Indonesian", "cut": "cut in mid-word"}
SHEET_SEED = 64
DRAWINGS_SEED = 3


def write_captions(path):
    with open(path, "w", encoding="utf-8") as out:
        for caption in all_captions():
            out.write(f"{caption.name}\t{caption.seed}\t{caption.text}\n")


def pictures(folder, listed):
    loaded = [np.asarray(Image.open(os.path.join(folder, caption.name + ".png")).convert("RGB"))
              for caption in listed]
    return images(loaded)


def look(probe, folder, listed):
    """What the probe sees in each caption's picture."""
    found = []
    for i in range(0, len(listed), BATCH):
        some = listed[i:i + BATCH]
        found += sight.look(probe, pictures(folder, some), [caption.scene for caption in some])
    return found


def judged(listed, found):
    """Shares of right answers. Of a cut caption only what whole words say is asked."""
    tally = judge.Tally()
    for caption, seen in zip(listed, found):
        asked = set(judge.verdicts(caption.sure, seen))
        answers = judge.verdicts(caption.scene, seen)
        tally.add({name: right for name, right in answers.items() if name in asked})
    return tally.shares()


def steady(listed, found):
    """Per cent of pairs in which the probe sees nothing else changed."""
    same = [_others(found[k], listed[k].changed) == _others(found[k + 1], listed[k].changed)
            for k in range(0, len(listed), 2)]
    return 100 * sum(same) / len(same)


def steady_drawings(probe, listed):
    """As steady, of the same pairs drawn: what the probe itself misses."""
    rng, drawn = random.Random(DRAWINGS_SEED), []
    for k in range(0, len(listed), 2):
        variant = Variant(*(rng.random() for _ in range(4)))
        drawn += [scenes.picture(caption.scene, variant) for caption in listed[k:k + 2]]
    return steady(listed, sight.look(probe, images(drawn), [caption.scene for caption in listed]))


def change_outside(listed, folder):
    """Mean change outside the thing, of 255, where another thing or colour is said."""
    changes = [_outside(pictures(folder, listed[k:k + 2]), listed[k].scene)
               for k in range(0, len(listed), 2) if listed[k].changed in ("thing", "colour")]
    return sum(changes) / len(changes)


def _others(seen, changed):
    """Everything that the probe sees but for the attribute that was changed."""
    (thing, colour), = seen.things
    everything = {"place": seen.scene["ground"], "time": seen.scene["hour"],
                  "weather": seen.scene["weather"], "thing": thing, "colour": colour}
    return {name: value for name, value in everything.items() if name != changed}


def _outside(pair, scene):
    """Mean absolute difference of two pictures where the thing can nowhere stand."""
    outside = torch.ones(128, 128)
    for (side, left, top), in sight.boxes(scene):
        outside[top:top + side, left:left + side] = 0
    difference = (pair[0] - pair[1]).abs().mean(0) * 127.5
    return ((difference * outside).sum() / outside.sum()).item()


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
    rows += ["", *_pair_rows(probe, pairs, folder, plans)]
    return "\n".join(rows)


def _pair_rows(probe, pairs, folder, plans):
    rows = ["| Pairs that differ in one attribute | nothing else changed | change outside the thing |",
            "|---|---|---|",
            f"| probe on drawings | {steady_drawings(probe, pairs):.1f} % | - |"]
    for steps in plans:
        path = os.path.join(folder, steps)
        share = steady(pairs, look(probe, path, pairs))
        named = f"{steps} step" if steps == "1" else f"{steps} steps"
        rows.append(f"| {named} | {share:.1f} % | {change_outside(pairs, path):.2f} of 255 |")
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("captions", "table", "sheet"),
                        help="captions: write captions.tsv; table: judge the images made of it; "
                             "sheet: print the prompts of docs/sheet.png")
    parser.add_argument("--folder", help="with probe.pt; captions.tsv goes there")
    parser.add_argument("--images", help="what the painter has written; default <folder>/images")
    args = parser.parse_args()
    if args.what == "sheet":
        print("\n".join(for_sheet(SHEET_SEED)))
        return
    if args.what == "captions":
        write_captions(os.path.join(args.folder, "captions.tsv"))
        return
    # Many small calls: threads would wait for each other.
    torch.set_num_threads(1)
    probe = Probe()
    probe.load_state_dict(torch.load(os.path.join(args.folder, "probe.pt")))
    print(table(probe.eval(), args.images or os.path.join(args.folder, "images")))


if __name__ == "__main__":
    main()
