#!/usr/bin/env python3
"""Says how well a run told its end, and what its page cost, from what ./rote run FILE --json > LOG printed.

The run's time is that of its training, as the events count it. From a tenth of it on, each event predicts an end: its seconds and
those that it says are left. The error of an event is how far its end is from the true one, as a share of the run's time.
"""
import argparse
import json
import sys


def events(log):
    with open(log, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.startswith("{")]


def errors(progress, start):
    """Returns the error of each event, with its time as a share of the run's; None where it names no end."""
    end = progress[-1]["seconds"]
    return [(event["seconds"] / end, None if event["seconds_left"] is None
             else abs(event["seconds"] + event["seconds_left"] - end) / end)
            for event in progress if start * end <= event["seconds"] < end]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("logs", metavar="LOG", nargs="+")
    parser.add_argument("--start", type=float, default=0.1, help="share of the run from which on errors count; 0.1")
    parser.add_argument("--limit", type=float, default=0.15, help="largest error that is no failure; 0.15")
    asked = parser.parse_args()
    failed = False
    for log in asked.logs:
        all_events = events(log)
        progress = [event for event in all_events if event["event"] == "progress"]
        if not progress or progress[-1]["done"] < progress[-1]["planned"] or progress[-1]["seconds"] <= 0:
            sys.exit(f"{log}: holds no whole run")
        of_run = errors(progress, asked.start)
        named = [each for each in of_run if each[1] is not None]
        pages = [event["seconds"] for event in all_events if event["event"] == "page-renewed"]
        seconds = progress[-1]["seconds"]
        worst = max(named, key=lambda each: each[1], default=(0, 0))
        print(f"{log}: {seconds:.1f} s, {len(of_run)} events, {len(of_run) - len(named)} without an end; largest error"
              f" {worst[1]:.1%} at {worst[0]:.0%} of the run; page renewed {len(pages)} times in {sum(pages):.3f} s,"
              f" {sum(pages) / seconds:.2%} of the run")
        failed = failed or worst[1] > asked.limit or len(named) < len(of_run) or not of_run
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
