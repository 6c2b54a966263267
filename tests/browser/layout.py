"""Whether everything on a page can be got at: nothing cut off, covered, or beyond the edge."""

from playwright.sync_api import Page

_LOST = r"""
() => {
    const lost = [];
    const say = (what, element) => {
        const name = element.getAttribute("aria-label") || element.textContent.trim().slice(0, 40);
        lost.push(`${what}: <${element.tagName.toLowerCase()}> “${name || element.id}”`);
    };
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) lost.push(`the page is ${page.scrollWidth} pixels wide`);
    const CONTROLS = "a[href], button, input, select, textarea, [role=option], [role=menuitem]," +
        "[role=separator], [tabindex]:not([tabindex='-1'])";
    const hides = (value) => value === "hidden" || value === "clip";
    // What lies behind an open dialog, menu or list comes back when that is closed.
    const FLOATING = "[role=dialog], #floating [role=menu], #floating [role=listbox]";
    const floating = [...document.querySelectorAll(FLOATING)].filter((e) => e.checkVisibility());
    const reachable = floating.at(-1) ?? document;
    for (const control of reachable.querySelectorAll(CONTROLS)) {
        // A switch that is drawn by its label is pressed there.
        const element = control.labels?.[0] ?? control;
        const seen = element.checkVisibility({
            visibilityProperty: true, opacityProperty: false, contentVisibilityAuto: true,
        });
        // The chart moves under its window, and what has no size is meant for nobody's eyes.
        if (!seen || element.closest("[role=application], [inert], svg") !== null) continue;
        if (element.closest("[aria-hidden=true]") !== null) continue;
        let box = element.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || getComputedStyle(element).opacity === "0") continue;
        for (let around = element.parentElement; around !== null; around = around.parentElement) {
            const { overflowX, overflowY, position } = getComputedStyle(around);
            const edge = around.getBoundingClientRect();
            if (hides(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1)) {
                say("cut off at the side", element);
                break;
            }
            if (hides(overflowY) && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) {
                say("cut off above or below", element);
                break;
            }
            // What scrolls can be scrolled to.
            if (overflowY === "auto" || overflowY === "scroll") break;
            if (position === "fixed") break;
        }
        element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        box = element.getBoundingClientRect();
        if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1) {
            say("beyond the edge", element);
        } else if (box.height < innerHeight && box.bottom > innerHeight + 1) {
            say("below the edge", element);
        } else if (element.disabled !== true) {
            const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
            const y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1);
            const top = document.elementFromPoint(x, y);
            const reached = element.contains(top) || control.contains(top) ||
                top?.closest("label")?.control === control ||
                // A notice goes by itself.
                top?.closest("[role=status]") !== null;
            if (!reached) say(`covered by ${top?.className}`, element);
        }
    }
    for (const button of reachable.querySelectorAll("button, a[href]")) {
        for (const part of [button, ...button.querySelectorAll("*")]) {
            const { overflowX } = getComputedStyle(part);
            if (hides(overflowX) && part.scrollWidth > part.clientWidth + 1) {
                say("its words are cut off", button);
            }
        }
    }
    return lost;
}
"""


def lost_controls(page: Page) -> list[str]:
    """The controls that a person with a mouse cannot get at however they scroll."""
    found: list[str] = page.evaluate(_LOST)
    return found
