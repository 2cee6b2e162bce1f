"""Trains the text encoder and the reading of its vectors, on captions alone: no picture is drawn."""
import argparse
import os
import random
import time

import torch
from torch.nn import functional

import captions
import reading
import targets
import tokenizer
import variant
from reading import Reading
from text_encoder import TextEncoder

BATCH = 96
RATE = 1e-3
WARM_UP = 200
AVERAGE = 0.998


class Captions:
    """Endless batches, the same for the same seed, sorted by length so that little is padding."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.generator = torch.Generator().manual_seed(seed)
        self.tokenizer = tokenizer.Tokenizer()

    def batches(self, count, groups=8):
        """(ids, readings of the noise, {name: classes}), groups of count captions of like length."""
        normal = torch.randn(count * groups, variant.CHOICES, generator=self.generator)
        uniform = (0.5 * (1 + (normal / 2 ** 0.5).erf())).tolist()
        made = []
        for row, numbers in zip(normal, uniform):
            caption, scene = captions.example(self.random)
            ids = self.tokenizer.encode(caption)
            made.append((ids, row, targets.targets(scene, variant.Variant(*numbers))))
        made.sort(key=lambda one: -one[0].count(tokenizer.PAD))
        groups = [made[i:i + count] for i in range(0, len(made), count)]
        self.random.shuffle(groups)
        return [self._tensors(group) for group in groups]

    @staticmethod
    def _tensors(group):
        ids = torch.tensor([one[0] for one in group])
        longest = int((ids != tokenizer.PAD).sum(1).max())
        classes = targets.stacked([one[2] for one in group])
        return (ids[:, :longest], torch.stack([one[1] for one in group]),
                {name: torch.tensor(listed) for name, listed in classes.items()})


class Reader(torch.nn.Module):
    """Caption and noise to scores."""

    def __init__(self):
        super().__init__()
        self.text_encoder = TextEncoder(len(tokenizer.pieces()))
        self.reading = Reading()

    def forward(self, ids, readings):
        return self.reading(self.text_encoder(ids), reading.choice_features(readings))


def loss(scores, classes):
    """The sum over all that is to be read of the mean cross entropy."""
    return sum(functional.cross_entropy(scores[name].float().flatten(0, -2), wanted.flatten(),
                                        ignore_index=-1)
               for name, wanted in classes.items())


@torch.no_grad()
def accuracy(model, batches):
    """{name: share of right answers}, and of scenes in which everything is right."""
    right, total, whole = {}, {}, []
    for ids, readings, classes in batches:
        good = torch.ones(len(ids), dtype=torch.bool)
        for name, scores in model(ids, readings).items():
            hit = (scores.argmax(-1) == classes[name]) | (classes[name] < 0)
            asked = classes[name] >= 0
            right[name] = right.get(name, 0) + (hit & asked).sum().item()
            total[name] = total.get(name, 0) + asked.sum().item()
            good &= hit.flatten(1).all(1) if hit.dim() > 1 else hit
        whole.append(good.float().mean().item())
    shares = {name: round(100 * right[name] / total[name], 2) for name in right}
    return {**shares, "everything": round(100 * sum(whole) / len(whole), 2)}


def train(model, average, optimizer, folder, args):
    stream, steps, running, last = Captions(args.seed), args.start, 0.0, time.time()
    unseen = Captions(99).batches(128, 16)
    weights = list(model.parameters())
    while steps < args.steps:
        for ids, readings, classes in stream.batches(BATCH):
            over = steps / args.steps
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, (steps + 1) / WARM_UP, max(0.01, 1.6 * (1 - over)))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                error = loss(model(ids, readings), classes)
            optimizer.zero_grad(set_to_none=True)
            error.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            steps += 1
            running += (error.item() - running) * max(0.01, 1 / (steps - args.start))
            keep = min(AVERAGE, (1 + steps) / (10 + steps))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    average[name].lerp_(value, 1 - keep)
        if steps % 200 == 0:
            print(f"step {steps}  {(time.time() - last) / 200:.3f} s  loss {running:.4f}", flush=True)
            last = time.time()
        if steps % 1000 == 0:
            report(average, unseen)
            save(model, average, optimizer, steps, folder)
        if os.path.exists(os.path.join(folder, "STOP-reader")):
            break
    report(average, unseen)
    save(model, average, optimizer, steps, folder)


def report(average, unseen):
    model = Reader()
    model.load_state_dict(average)
    print(accuracy(model, unseen), flush=True)


def save(model, average, optimizer, steps, folder):
    path = os.path.join(folder, "reader.pt")
    torch.save({"average": average, "weights": model.state_dict(), "steps": steps,
                "optimizer": optimizer.state_dict()}, path + ".new")
    os.replace(path + ".new", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where reader.pt goes")
    parser.add_argument("--steps", type=int, default=20000)
    parser.add_argument("--resume", action="store_true", help="go on from reader.pt")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(7)
    model = Reader()
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, betas=(0.9, 0.98),
                                  weight_decay=0.01)
    average = {name: value.clone() for name, value in model.state_dict().items()}
    args.start = 0
    if args.resume:
        state = torch.load(os.path.join(args.folder, "reader.pt"))
        model.load_state_dict(state["weights"])
        optimizer.load_state_dict(state["optimizer"])
        average, args.start = state["average"], state["steps"]
    args.seed = 1000 + args.start
    train(model, average, optimizer, args.folder, args)


if __name__ == "__main__":
    main()
