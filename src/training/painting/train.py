"""Trains painter and decoder on pairs that worker processes make meanwhile.

    python3 train.py --pool pool --out OUT --seconds 540 --workers 14

Writes to OUT: weights_a.npz, weights_b.npz, held.jpg, fifty_a.jpg, fifty_b.jpg, seeds.jpg,
report.json, log.txt. They are written during training too. A part that fails is logged, and the rest
goes on.
"""
import argparse
import copy
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import numpy as np
import torch

import saved
import sheets
from codec import Decoder
from net import CHANNELS, WIDTHS, Painter
from store import Reader, Store, moods, pictures
from teachers import STYLES

HERE = Path(__file__).parent
START = time.time()
RATE, DECODER_RATE = 1.0e-3, 1.0e-3
THING_WEIGHT = 3.0
DECODER_EVERY = 6


def options():
    o = argparse.ArgumentParser()
    o.add_argument("--pool", type=Path, required=True)
    o.add_argument("--out", type=Path, required=True)
    o.add_argument("--seconds", type=float, default=540, help="wall-clock time of everything")
    o.add_argument("--reserve", type=float, default=50, help="seconds for figures and sheets")
    o.add_argument("--workers", type=int, default=14)
    o.add_argument("--batch", type=int, default=128)
    o.add_argument("--capacity", type=int, default=140000)
    o.add_argument("--pixels", type=int, default=12000)
    o.add_argument("--enough", type=int, default=1500, help="pairs before training starts")
    o.add_argument("--widths", type=int, nargs=3, default=WIDTHS)
    o.add_argument("--evaluated", type=int, default=50)
    o.add_argument("--compile-seconds", type=int, default=100)
    o.add_argument("--no-compile", action="store_true")
    o.add_argument("--nice", type=int, default=10, help="of the processes that make pairs")
    o.add_argument("--threads", type=int, default=2)
    return o.parse_args()


class Log:
    def __init__(self, path):
        self.file = open(path, "a", buffering=1)

    def __call__(self, *words):
        line = f"{time.time() - START:7.1f} " + " ".join(str(w) for w in words)
        print(line, flush=True)
        self.file.write(line + "\n")


class Helpers:
    """The processes that make pairs and evaluation sets."""

    def __init__(self, o, folder):
        self.folder, self.children = folder, []
        self.chunks = folder / "chunks"
        self.chunks.mkdir()
        for kind in ("held", "fifty"):
            self.start(folder / f"{kind}.log", 0, "evaluation_set.py", "--pool", o.pool, "--kind",
                       kind, "--out", folder / f"{kind}.npz", "--count", o.evaluated)
        for k in range(o.workers):
            self.start(folder / f"worker{k}.log", o.nice, "pairs.py", "--pool", o.pool, "--out",
                       self.chunks, "--worker", k, "--workers", o.workers)

    def start(self, log, nice, *command):
        one = {k: "1" for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                                "NUMBA_NUM_THREADS")}
        child = subprocess.Popen([sys.executable, *map(str, command)], cwd=HERE,
                                 env={**os.environ, **one, "CUDA_VISIBLE_DEVICES": ""},
                                 stdout=open(log, "w"), stderr=subprocess.STDOUT,
                                 preexec_fn=lambda: os.nice(nice))
        self.children.append(child)

    def alive(self):
        return sum(c.poll() is None for c in self.children)

    def stop_pairs(self):
        (self.chunks / "STOP").touch()

    def stop(self):
        self.stop_pairs()
        for child in self.children:
            if child.poll() is None:
                child.kill()

    def complaints(self):
        return {p.name: p.read_text()[-600:] for p in self.folder.glob("*.log")
                if p.read_text().strip()}


def loss_of(net, batch, one_hot, scale):
    """Weighted error of the velocity at random noise levels."""
    sketch, painting, style, mood, thing = batch
    n = len(style)
    sigma = torch.sigmoid(torch.randn(n, device=sketch.device) * 1.1 + 0.2)
    sigma = torch.where(torch.rand(n, device=sketch.device) < 0.12, torch.ones_like(sigma), sigma)
    noise = torch.randn_like(painting)
    level = sigma[:, None, None, None]
    noisy = (1 - level) * painting + level * noise
    with torch.autocast(sketch.device.type, dtype=torch.bfloat16):
        velocity = net(noisy, sigma, sketch, one_hot[style], mood)
    error = (velocity.float() - (noise - painting)).square() * scale[style][:, :, None, None]
    weight = 1 + THING_WEIGHT * thing
    return (error * weight[:, None]).mean() / weight.mean()


def decoder_loss(decoder, paintings):
    """L1 of pixels and of their differences, from latents that are a little wrong."""
    with torch.no_grad():
        z = decoder.codec.encode(paintings)
        wrong = 0.15 * torch.rand(len(z), 1, 1, 1, device=z.device) ** 2
        z = z + wrong * torch.randn_like(z)
    with torch.autocast(z.device.type, dtype=torch.bfloat16):
        learned = decoder.learned(z)
    error = decoder.codec.decode(z) + learned.float() - paintings
    return error.abs().mean() + 0.5 * (error.diff(dim=2).abs().mean()
                                       + error.diff(dim=3).abs().mean())


def compiled(net, o, device, log):
    """The network compiled for training, or itself where that fails or takes too long."""
    if o.no_compile:
        return net

    def late(*_):
        raise TimeoutError("compilation took too long")
    try:
        signal.signal(signal.SIGALRM, late)
        signal.alarm(o.compile_seconds)
        quick = torch.compile(net, dynamic=False)
        n = o.batch
        shapes = torch.randn(n, CHANNELS, 32, 32, device=device)
        batch = (shapes, shapes.clone(), torch.zeros(n, dtype=torch.long, device=device),
                 torch.zeros(n, 3, 32, 32, device=device), torch.zeros(n, 32, 32, device=device))
        one_hot = torch.eye(len(STYLES), device=device)
        scale = torch.ones(len(STYLES), CHANNELS, device=device)
        loss_of(quick, batch, one_hot, scale).backward()
        times = {}
        for name, candidate in (("compiled", quick), ("eager", net)):
            for k in range(6):
                if k == 2:
                    synchronize(device)
                    begun = time.time()
                loss_of(candidate, batch, one_hot, scale).backward()
            synchronize(device)
            times[name] = (time.time() - begun) / 4
        net.zero_grad(set_to_none=True)
        log("seconds a pass:", times)
        return quick if times["compiled"] < times["eager"] else net
    except BaseException as failure:
        if isinstance(failure, KeyboardInterrupt):
            raise
        log("not compiled:", repr(failure)[:300])
        net.zero_grad(set_to_none=True)
        torch._dynamo.reset()
        return net
    finally:
        signal.alarm(0)


def synchronize(device):
    if device.type == "cuda":
        torch.cuda.synchronize()


class Training:
    """All state of a run; see the module's text."""

    def __init__(self, o):
        o.out.mkdir(parents=True, exist_ok=True)
        self.o, self.log = o, Log(o.out / "log.txt")
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.scratch = Path(tempfile.mkdtemp(prefix="painting-"))
        self.helpers = Helpers(o, self.scratch)
        self.taken, self.last_decoder = 0, 0.0
        self.report = dict(styles=STYLES, widths=list(o.widths), losses=[])
        self.waiting, self.store, self.loaded = [], None, {}
        self.reader = Reader(self.helpers.chunks, self.take, self.log)
        self.reader.start()

    def take(self, chunk):
        """Called by the reader: until the codec is fitted, chunks wait in memory."""
        store = self.store
        if store is None:
            self.waiting.append(chunk)
        else:
            while self.waiting:
                store.add(self.waiting.pop(0))
            store.add(chunk)
            if store.full:
                self.log("store is full")
                self.helpers.stop_pairs()
                self.reader.stopped = True

    def prepare(self):
        o, device = self.o, self.device
        torch.manual_seed(5)
        if device.type == "cuda":
            torch.backends.cudnn.benchmark = True
            torch.backends.cuda.matmul.allow_tf32 = True
            torch.backends.cudnn.allow_tf32 = True
            self.log(torch.cuda.get_device_name(), torch.__version__)
        self.net = Painter(len(STYLES), o.widths).to(device, memory_format=torch.channels_last)
        self.decoder = Decoder().to(device, memory_format=torch.channels_last)
        self.log(sum(p.numel() for p in self.net.parameters()) / 1e6, "M parameters")
        self.fast = compiled(self.net, o, device, self.log)
        while sum(len(c["style"]) for c in self.waiting) < o.enough:
            time.sleep(0.2)
            if time.time() - START > 0.5 * o.seconds:
                raise TimeoutError(f"pairs: too few; workers say {self.helpers.complaints()}")
        first = self.waiting[:max(2, 2048 // 32)]
        self.log("pairs so far", sum(len(c["style"]) for c in self.waiting))
        together = {k: np.concatenate([c[k] for c in first]) for k in first[0]}
        painting = pictures(together["painting"], device)
        sketch = pictures(together["sketch"], device)
        self.decoder.codec.fit(torch.cat([painting[:1500], sketch[:1500:4]]))
        codec = self.decoder.codec
        with torch.no_grad():
            x, y = codec.encode(sketch), codec.encode(painting)
            style = torch.from_numpy(together["style"]).to(device)
            self.net.fit_guess(x, y, style)
            linear = (codec.decode(y).clamp(-1, 1) - painting).div(2).square().mean((1, 2, 3))
        self.log("linear codec, dB:", {s: round(float(-10 * torch.log10(linear[style == k].mean())), 1)
                                       for k, s in enumerate(STYLES)})
        self.log("latent deviation", round(float(y.std()), 3), "unexplained",
                 [round(float(d.square().mean()), 3) for d in self.net.deviation])
        del painting, sketch, x, y, together
        if device.type == "cuda":
            torch.cuda.empty_cache()
        self.store = Store(codec, device, o.capacity, o.pixels)
        while self.waiting:
            self.store.add(self.waiting.pop(0))
        self.average = copy.deepcopy(self.net)
        self.decoder_average = copy.deepcopy(self.decoder)
        scale = 1 / self.net.deviation
        self.scale = scale / scale.mean()
        self.one_hot = torch.eye(len(STYLES), device=device)
        fused = device.type == "cuda"
        self.optimizer = torch.optim.AdamW(self.net.parameters(), RATE, (0.9, 0.98),
                                           weight_decay=0.01, fused=fused)
        self.decoder_optimizer = torch.optim.AdamW(self.decoder.learned.parameters(), DECODER_RATE,
                                                   (0.9, 0.98), weight_decay=0.0, fused=fused)

    def run(self):
        o = self.o
        begun, end = time.time(), START + o.seconds - o.reserve
        step, marks, losses, backup = 0, [0.3, 0.65], [], None
        self.log("training begins")
        while True:
            progress = (time.time() - begun) / max(1, end - begun)
            if progress >= 1:
                break
            rate = min(1, (step + 1) / 200) * min(1, max(0.02, 0.5 + 0.5 * math.cos(
                math.pi * max(0, (progress - 0.35) / 0.65))))
            try:
                losses.append(self.step(rate * RATE))
            except torch.cuda.OutOfMemoryError:
                o.batch, self.fast = o.batch // 2, self.net
                self.net.zero_grad(set_to_none=True)
                torch.cuda.empty_cache()
                self.log("out of memory; batch is now", o.batch)
                if o.batch < 8:
                    raise
                continue
            if step % DECODER_EVERY == 0:
                self.decoder_step(rate * DECODER_RATE)
            step += 1
            if step % 50 == 0:
                value = float(torch.stack(losses).mean())
                losses = []
                self.report["losses"].append((step, round(time.time() - START, 1), round(value, 4),
                                              round(self.last_decoder, 5)))
                if step % 500 == 0 or step == 50:
                    self.log(f"step {step} loss {value:.4f} decoder {self.last_decoder:.4f} pairs "
                             f"{self.store.seen} helpers {self.helpers.alive()}")
                backup = self.guard(value, backup, step)
            if marks and progress >= marks[0]:
                mark = marks.pop(0)
                self.attempt(self.keep)
                if not marks or mark < 0.5:
                    self.attempt(self.early_sheet)
        if self.device.type == "cuda":
            self.log("most GPU memory, GB:", round(torch.cuda.max_memory_allocated() / 1e9, 1))
        self.report.update(steps=step, pairs=self.store.seen, batch=o.batch)
        self.log("trained", step, "steps,", self.store.seen, "pairs")

    def step(self, rate):
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        loss = loss_of(self.fast, self.store.batch(self.o.batch), self.one_hot, self.scale)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.taken += 1
        follow(self.average, self.net, min(0.9993, (1 + self.taken) / (10 + self.taken)))
        return loss.detach()

    def decoder_step(self, rate):
        for group in self.decoder_optimizer.param_groups:
            group["lr"] = rate
        size = max(4, self.o.batch // 2)
        loss = decoder_loss(self.decoder, self.store.crops(size))
        self.decoder_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.decoder.learned.parameters(), 1.0)
        self.decoder_optimizer.step()
        follow(self.decoder_average, self.decoder,
               min(0.997, (1 + self.taken / 6) / (10 + self.taken / 6)))
        if self.taken % 50 < DECODER_EVERY:
            self.last_decoder = float(loss.detach())

    def guard(self, value, backup, step):
        """Goes back to the last good weights after a loss that is no number."""
        if math.isfinite(value):
            if step % 1000 == 0:
                backup = {k: v.detach().clone() for k, v in self.net.state_dict().items()}
            return backup
        self.log("step", step, "loss", value, "- back to earlier weights")
        self.net.load_state_dict(backup or {k: v.nan_to_num() for k, v in
                                            self.average.state_dict().items()})
        self.average.load_state_dict(self.net.state_dict())
        self.optimizer.state.clear()
        return backup

    def attempt(self, action):
        try:
            action()
        except Exception:
            self.log(action.__name__, "failed:", traceback.format_exc()[-800:])

    def keep(self):
        saved.save(self.o.out, self.average.state_dict(), self.decoder_average.state_dict())
        (self.o.out / "report.json").write_text(json.dumps(self.report))

    def evaluation(self, kind):
        if kind not in self.loaded:
            with np.load(self.scratch / f"{kind}.npz") as file:
                self.loaded[kind] = {k: file[k] for k in file.files}
        return self.loaded[kind]

    def early_sheet(self):
        held = self.evaluation("held")
        sheets.held_sheet(self.o.out / "held.jpg", self.average, self.decoder_average, held,
                          self.device, 6, (1, 8))

    def held_sheet(self):
        sheets.held_sheet(self.o.out / "held.jpg", self.average, self.decoder_average,
                          self.evaluation("held"), self.device)

    def figures(self):
        found = sheets.figures(self.average, self.decoder_average, self.evaluation("held"),
                               self.device)
        self.report["figures"] = found
        for style, row in found.items():
            self.log(style, json.dumps(row))

    def fifty_sheets(self):
        fifty = self.evaluation("fifty")
        for name, first, last in (("fifty_a.jpg", 0, 25), ("fifty_b.jpg", 25, 50)):
            sheets.fifty_sheet(self.o.out / name, self.average, self.decoder_average, fifty,
                               self.device, first, last)

    def seeds_sheet(self):
        sheets.seeds_sheet(self.o.out / "seeds.jpg", self.average, self.decoder_average,
                           self.evaluation("fifty"), self.device)

    def finish(self):
        self.helpers.stop_pairs()
        self.reader.stopped = True
        for net in (self.average, self.decoder_average):
            net.eval()
        for action in (self.keep, self.held_sheet, self.figures, self.keep, self.fifty_sheets,
                       self.seeds_sheet):
            if time.time() - START < self.o.seconds + 15:
                self.attempt(action)
                self.log(action.__name__, "done")
        self.report["complaints"] = self.helpers.complaints()
        (self.o.out / "report.json").write_text(json.dumps(self.report))
        self.log("helpers said", json.dumps(self.helpers.complaints())[:1500])


@torch.no_grad()
def follow(average, net, decay):
    torch._foreach_lerp_(list(average.parameters()), list(net.parameters()), 1 - decay)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    training = Training(o)
    try:
        training.prepare()
        try:
            training.run()
        except Exception:
            training.log("training stopped:", traceback.format_exc()[-1500:])
        training.finish()
    except Exception:
        training.log("failed:", traceback.format_exc()[-1500:])
        training.log(json.dumps(training.helpers.complaints())[:3000])
        raise
    finally:
        training.reader.stopped = True
        training.helpers.stop()
        shutil.rmtree(training.scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
