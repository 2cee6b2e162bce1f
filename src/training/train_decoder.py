"""Fits the linear encoder, then trains what the decoder adds to it."""
import argparse
import os
import time

import torch
from torch.nn import functional

import data
from model import LukisMini, load_exported, save_part

BATCH = 12
RATE = 1.5e-3
FITTED_ON = 2500
# The deviation of the noise on the latents is drawn up to this, so that the decoder also cleans
# up what a denoiser leaves.
NOISE = 0.4


def error(painted, truth):
    """Absolute error, and that of the differences between neighbours, which is what edges are."""
    across = functional.l1_loss(painted.diff(dim=3), truth.diff(dim=3))
    down = functional.l1_loss(painted.diff(dim=2), truth.diff(dim=2))
    return functional.l1_loss(painted, truth) + functional.mse_loss(painted, truth) + across + down


def psnr(painted, truth):
    """Decibels, for images in [-1, 1]."""
    return (10 * torch.log10(4 / (painted - truth).square().mean((1, 2, 3)))).mean().item()


def train(model, stream, folder, minutes):
    learned = model.vae_decoder.learned
    optimizer = torch.optim.AdamW(learned.parameters(), lr=RATE, betas=(0.9, 0.98))
    started, steps = time.time(), 0
    while time.time() - started < minutes * 60:
        over = (time.time() - started) / (minutes * 60)
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (steps + 1) / 100, max(0.02, 2 * (1 - over)))
        truth = stream.pictures(BATCH)
        latents = model.codec.encode(truth)
        strength = NOISE * torch.rand(BATCH, 1, 1, 1).square()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            noisy = latents + strength * torch.randn_like(latents)
            added = learned(noisy)
        loss = error(model.codec(noisy) + added.float(), truth)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        steps += 1
        if steps % 100 == 0:
            print(f"step {steps}  minute {over * minutes:.1f}  loss {loss.item():.4f}", flush=True)
            save_part(model.vae_decoder, os.path.join(folder, "decoder.pt"))
    save_part(model.vae_decoder, os.path.join(folder, "decoder.pt"))


@torch.no_grad()
def report(model):
    truth = data.Stream(model, 99).pictures(200)
    latents = model.codec.encode(truth)
    linear, painted = model.codec(latents).clamp(-1, 1), model.vae_decoder(latents)
    print(f"PSNR linear {psnr(linear, truth):.2f} dB, decoder {psnr(painted, truth):.2f} dB")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where decoder.pt goes")
    parser.add_argument("--minutes", type=float, default=10, help="0: the linear part alone")
    parser.add_argument("--resume", action="store_true", help="go on from decoder.pt")
    parser.add_argument("--from-model", help="start from the weights of an exported model")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(3)
    model = LukisMini()
    if args.from_model:
        load_exported(model, args.from_model)
    elif args.resume:
        model.vae_decoder.load_state_dict(torch.load(os.path.join(args.folder, "decoder.pt")))
    else:
        model.codec.fit(data.Stream(model, 5).pictures(FITTED_ON))
    train(model, data.Stream(model, 11), args.folder, args.minutes)
    report(model)


if __name__ == "__main__":
    main()
