"""Every picture is well-formed XML with a title, a description and nothing outside its frame.

Usage: plot_check.py TRIALCALC
"""
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = [f"{kind} {trial}" for kind in ("forest", "percentages", "flow") for trial in ("cairo6", "prodige7")] + [
    "forest prodige7 --measure rd",
    "forest cairo6 --measure or --ci baptista-pike --style lancet",
    "p-values cairo6 --outcome cd3",
    "p-values prodige7 --outcome ae60",
    "p-values 0/37 0/42",
]


def problems(text):
    root = ElementTree.fromstring(text)
    width, height = map(float, root.get("viewBox").split()[2:])
    if root.get("role") != "img" or not root.findtext(SVG + "title") or not root.findtext(SVG + "desc"):
        yield "no role, title or description"
    for element in root.iter():
        for name, most in (("x", width), ("x1", width), ("x2", width), ("y", height), ("y1", height), ("y2", height)):
            if element.get(name) is not None and not 0 <= float(element.get(name)) <= most:
                yield f"{element.tag} has {name}={element.get(name)}, outside {width} x {height}"
        if element.tag == SVG + "script" or any(name.startswith("on") for name in element.attrib):
            yield "a script"


failed = False
for picture in PICTURES:
    text = subprocess.run([sys.argv[1], "plot", *picture.split()], check=True, capture_output=True).stdout
    for problem in problems(text):
        print(f"{picture}: {problem}")
        failed = True
print(f"{len(PICTURES)} pictures read")
sys.exit(failed)
