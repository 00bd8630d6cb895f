#!/usr/bin/env python3
"""Runs the reference model over design files and prints one JSON object a line and file, for comparing the product with it.
usage: ripple_facts.py REFERENCE_FOLDER FILE.design.json..."""
import json, math, sys

sys.path.insert(0, sys.argv[1])
import findings

HOW = ('CRASH', 'GREY', 'ERROR', 'OVERLOAD')


def finite(number):
    return number if math.isfinite(number) else str(number)


for path in sys.argv[2:]:
    model = findings.load(path)
    runs = []
    for component in sorted(model.C):
        for how in HOW:
            facts = model.ripple(component, how)
            down = {}
            for journey in model.J.values():
                best = model.journeyDown(facts, journey)
                if best:
                    down[journey['id']] = [best[0], [why for _, why in model.path(facts, best[1])]]
            runs.append({
                'component': component,
                'how': how,
                'facts': [[c, e, scope, finite(t), why, list(cause) if cause else []] for (c, e, scope), (t, why, cause) in facts.items()],
                'down': down})
    rates = model.rates()
    print(json.dumps({
        'file': path,
        'rates': {link: finite(rate) for link, rate in rates.items()},
        'cut': model.cutRates,
        'inflow': {c: finite(model.inflow(v)) for c, v in model.C.items()},
        'share': {link: finite(model.share(l)) for link, l in model.L.items()},
        'response': {c: finite(model.resp(v)) for c, v in model.C.items()},
        'runs': runs}))
