"""Trains text encoder and denoiser together, for a given time, with checkpoints to go on from."""
import argparse
import os
import time

import torch

import data
import flow
from model import PARTS, LukisMini, load_exported

BATCH = 32
RATE = 8e-4
WARM_UP = 150
LONGEST_AVERAGE = 0.995
TRAINED = PARTS[:2]


class Trainer:
    """The model, its running average, the optimiser, and how long they have trained."""

    def __init__(self, model, rate):
        self.model, self.rate = model, rate
        self.modules = {part: getattr(model, part) for part in TRAINED}
        self.weights = [p for m in self.modules.values() for p in m.parameters()]
        self.average = {part: {name: w.clone() for name, w in m.state_dict().items()}
                        for part, m in self.modules.items()}
        self.optimizer = torch.optim.AdamW(self.weights, lr=rate, betas=(0.9, 0.98),
                                           weight_decay=0.01)
        self.steps, self.seconds, self.loss = 0, 0.0, 0.0

    def step(self, batch, progress):
        """progress: the share of the training time that is over, 0..1."""
        ids, latents, noise, weights = batch
        sigma = flow.draw_sigmas(len(ids))
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate * rate_factor(self.steps, progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = self.model.text_encoder(ids).float()
            loss = flow.loss(self.model.unet, latents, noise, sigma, words, weights)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimizer.step()
        self.steps += 1
        self.loss += (loss.item() - self.loss) * max(0.01, 1 / self.steps)
        self._average()

    @torch.no_grad()
    def _average(self):
        """A short average at first: a long one would still hold the untrained weights."""
        keep = min(LONGEST_AVERAGE, (1 + self.steps) / (10 + self.steps))
        for part, module in self.modules.items():
            for name, weight in module.state_dict().items():
                self.average[part][name].lerp_(weight, 1 - keep)

    def state(self):
        return {"average": self.average, "steps": self.steps, "seconds": self.seconds,
                "loss": self.loss, "optimizer": self.optimizer.state_dict(),
                "weights": {part: m.state_dict() for part, m in self.modules.items()}}

    def resume(self, state):
        for part, module in self.modules.items():
            module.load_state_dict(state["weights"][part])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average = state["average"]
        self.steps, self.seconds, self.loss = state["steps"], state["seconds"], state["loss"]


def rate_factor(steps, progress):
    """Warm-up, level, and a straight way down over the last two fifths."""
    return min(1.0, (steps + 1) / WARM_UP) * min(1.0, max(0.02, 2.5 * (1 - progress)))


def save(trainer, path):
    torch.save(trainer.state(), path + ".new")
    os.replace(path + ".new", path)


def train(trainer, stream, folder, minutes):
    """Until the time is over or a file STOP lies in the folder; a checkpoint every five minutes."""
    path, last_save = os.path.join(folder, "denoiser.pt"), time.time()
    while trainer.seconds < minutes * 60:
        started = time.time()
        trainer.step(stream.batch(BATCH), trainer.seconds / (minutes * 60))
        trainer.seconds += time.time() - started
        if trainer.steps % 50 == 0:
            print(f"step {trainer.steps}  minute {trainer.seconds / 60:.1f}  "
                  f"loss {trainer.loss:.4f}", flush=True)
        if time.time() - last_save > 300:
            save(trainer, path)
            last_save = time.time()
        if os.path.exists(os.path.join(folder, "STOP")):
            break
    save(trainer, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where decoder.pt lies, checkpoints go")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--from-model", help="start from the weights of an exported model")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(7)
    model = LukisMini()
    if args.from_model:
        load_exported(model, args.from_model)
    else:
        model.vae_decoder.load_state_dict(torch.load(os.path.join(args.folder, "decoder.pt")))
    model.unet.scaling.deviation.copy_(model.codec.deviation)
    trainer = Trainer(model, args.rate)
    if args.resume:
        trainer.resume(torch.load(os.path.join(args.folder, "denoiser.pt")))
    train(trainer, data.Stream(model, 1000 + trainer.steps), args.folder, args.minutes)


if __name__ == "__main__":
    main()
