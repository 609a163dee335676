// Fingers as the browser gets them from a screen: Playwright's own touchscreen only taps.
export async function fingers(page) {
    const cdp = await page.context().newCDPSession(page);
    const send = (type, ...points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    return {
        down: (...points) => send("touchStart", ...points),
        async move([x, y], [toX, toY], steps = 10) {
            for (let step = 1; step <= steps; step++) await send("touchMove", [x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps]);
        },
        up: () => send("touchEnd"),
    };
}

// Where a finger takes a ticket: on its text.
export async function on(locator) {
    const box = await locator.boundingBox();
    return [box.x + 60, box.y + 30];
}
