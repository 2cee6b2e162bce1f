"""Fits the linear encoder, then trains what the decoder adds to it."""
import argparse
import os
import time

import torch
from torch.nn import functional

import data
from decoder import PatchDecoder
from model import save_part

BATCH = 12
RATE = 1.5e-3
FITTED_ON = 2500
# The deviation of the noise on the latents is drawn up to this, so that the decoder also cleans
# up what a denoiser leaves.
NOISE = 0.3


def error(painted, truth):
    """Absolute error, and that of the differences between neighbours, which is what edges are."""
    across = functional.l1_loss(painted.diff(dim=3), truth.diff(dim=3))
    down = functional.l1_loss(painted.diff(dim=2), truth.diff(dim=2))
    return functional.l1_loss(painted, truth) + functional.mse_loss(painted, truth) + across + down


def psnr(painted, truth):
    """Decibels, for images in [-1, 1]."""
    return (10 * torch.log10(4 / (painted - truth).square().mean((1, 2, 3)))).mean().item()


def train(decoder, stream, folder, steps):
    optimizer = torch.optim.AdamW(decoder.learned.parameters(), lr=RATE, betas=(0.9, 0.98))
    started = time.time()
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, step / 100, max(0.02, 2 * (1 - step / steps)))
        truth = stream.pictures(BATCH)
        latents = decoder.linear.encode(truth)
        strength = NOISE * torch.rand(BATCH, 1, 1, 1).square()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            noisy = latents + strength * torch.randn_like(latents)
            added = decoder.learned(noisy)
        loss = error(decoder.linear(noisy) + added.float(), truth)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        if step % 100 == 0:
            print(f"step {step}  {(time.time() - started) / step:.3f} s  loss {loss.item():.4f}",
                  flush=True)
            save_part(decoder, os.path.join(folder, "decoder.pt"))
    save_part(decoder, os.path.join(folder, "decoder.pt"))


@torch.no_grad()
def report(decoder):
    truth = data.Stream(decoder.linear, 99).pictures(200)
    latents = decoder.linear.encode(truth)
    linear, painted = decoder.linear(latents).clamp(-1, 1), decoder(latents)
    print(f"PSNR linear {psnr(linear, truth):.2f} dB, decoder {psnr(painted, truth):.2f} dB")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True, help="where decoder.pt goes")
    parser.add_argument("--steps", type=int, default=2500, help="0: the linear part alone")
    parser.add_argument("--resume", action="store_true", help="go on from decoder.pt")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(3)
    decoder = PatchDecoder()
    if args.resume:
        decoder.load_state_dict(torch.load(os.path.join(args.folder, "decoder.pt")))
    else:
        decoder.linear.fit(data.Stream(decoder.linear, 5).pictures(FITTED_ON))
    train(decoder, data.Stream(decoder.linear, 11), args.folder, args.steps)
    report(decoder)


if __name__ == "__main__":
    main()
