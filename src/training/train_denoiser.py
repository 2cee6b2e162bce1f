"""Trains the part of the denoiser that looks at the noisy latents, on scenes read without error."""
import argparse
import os
import time

import torch

import data
import flow
from denoiser import UNet

BATCH = 32
RATE = 1e-3
WARM_UP = 100
AVERAGE = 0.998
MEASURED = 6


class Trainer:
    """The denoiser, the running average of what is trained in it, and the optimiser."""

    def __init__(self, unet):
        self.unet, self.trained = unet, unet.refinement
        self.average = {name: w.clone() for name, w in self.trained.state_dict().items()}
        self.optimizer = torch.optim.AdamW(self.trained.parameters(), lr=RATE,
                                           betas=(0.9, 0.98), weight_decay=0.01)
        self.steps, self.loss = 0, 0.0

    def step(self, batch, progress):
        """progress: the share of the training that is over, 0..1."""
        said, latents, noise, weights = batch
        sigma = flow.draw_sigmas(len(latents))
        for group in self.optimizer.param_groups:
            group["lr"] = RATE * min(1, (self.steps + 1) / WARM_UP, max(0.02, 2 * (1 - progress)))
        z = flow.mixed(latents, noise, sigma)
        base = composed(self.unet, said, z, sigma)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            velocity = self.unet.velocity(z, sigma, base)
        loss = flow.loss(velocity, latents, noise, weights)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained.parameters(), 1.0)
        self.optimizer.step()
        self.steps += 1
        self.loss += (loss.item() - self.loss) * max(0.01, 1 / self.steps)
        self._average()

    @torch.no_grad()
    def _average(self):
        """A short average at first: a long one would still hold the untrained weights."""
        keep = min(AVERAGE, (1 + self.steps) / (10 + self.steps))
        for name, weight in self.trained.state_dict().items():
            self.average[name].lerp_(weight, 1 - keep)

    def state(self):
        return {"average": self.average, "weights": self.trained.state_dict(),
                "deviation": self.unet.scaling.deviation, "steps": self.steps,
                "loss": self.loss, "optimizer": self.optimizer.state_dict()}

    def resume(self, state):
        self.trained.load_state_dict(state["weights"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average, self.steps, self.loss = state["average"], state["steps"], state["loss"]


@torch.no_grad()
def composed(unet, said, z, sigma):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return unet.base(said, unet.choices(z, sigma)).float()


def measure(unet, stream):
    """Sets the deviation of what a composition leaves open, per latent channel."""
    errors = []
    for _ in range(MEASURED):
        said, latents, noise, _ = stream.batch(BATCH)
        base = composed(unet, said, noise, torch.ones(len(noise)))
        errors.append((latents - base).square().mean((0, 2, 3)))
    unet.scaling.deviation.copy_(torch.stack(errors).mean(0).sqrt())
    print("left open per channel", [round(v, 3) for v in unet.scaling.deviation.tolist()])


def save(trainer, path):
    torch.save(trainer.state(), path + ".new")
    os.replace(path + ".new", path)


def train(trainer, stream, folder, steps):
    """Until the steps are made or a file STOP lies in the folder; a checkpoint every 250 steps."""
    path, started, first = os.path.join(folder, "denoiser.pt"), time.time(), trainer.steps
    while trainer.steps < steps and not os.path.exists(os.path.join(folder, "STOP")):
        trainer.step(stream.batch(BATCH), trainer.steps / steps)
        if trainer.steps % 50 == 0:
            took = (time.time() - started) / (trainer.steps - first)
            print(f"step {trainer.steps}  {took:.3f} s  loss {trainer.loss:.5f}", flush=True)
        if trainer.steps % 250 == 0:
            save(trainer, path)
    save(trainer, path)


def load_layers(unet, folder):
    """What train_decoder.py and train_layers.py have made."""
    decoder = torch.load(os.path.join(folder, "decoder.pt"))
    unet.codec.load_state_dict({name.split(".", 1)[1]: value for name, value in decoder.items()
                                if name.startswith("linear.")})
    for part in ("stamps", "backdrop"):
        getattr(unet.composition, part).load_state_dict(
            torch.load(os.path.join(folder, part + ".pt")))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where all parts lie, checkpoints go")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(7)
    unet = UNet()
    load_layers(unet, args.folder)
    trainer = Trainer(unet)
    if args.resume:
        state = torch.load(os.path.join(args.folder, "denoiser.pt"))
        trainer.resume(state)
        unet.scaling.deviation.copy_(state["deviation"])
    else:
        measure(unet, data.Stream(unet.codec, 31, doubted=0))
    train(trainer, data.Stream(unet.codec, 1000 + trainer.steps), args.folder, args.steps)


if __name__ == "__main__":
    main()
