// browse.js FILE...: each page in Debian's chromium at phone and desk width, light and dark: nothing is wider than
// the window, axe-core finds no violation of WCAG 2.2 AA or of its best practices, nothing is asked from elsewhere. Prints each fault; a page named
// bad-*.html must have some.
const path = require('path');
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faultsOf(browser, file, width, colorScheme) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const faults = [];
    page.on('request', request => {
        if (!request.url().startsWith('file:')) faults.push(`asks for ${request.url()}`);
    });
    page.on('console', message => faults.push(`console: ${message.text()}`));
    await page.goto('file://' + path.resolve(file));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) faults.push(`${over} px wider than the window`);
    await page.addScriptTag({ path: axe });
    const result = await page.evaluate(tags => axe.run({ runOnly: tags }), tags);
    for (const violation of result.violations)
        faults.push(`${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 120)}`);
    if (result.passes.length < 10) faults.push('axe looked at next to nothing');
    await context.close();
    return faults;
}

async function main(files) {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    let failed = files.length === 0;
    for (const file of files) {
        const bad = path.basename(file).startsWith('bad-');
        let found = 0;
        for (const width of [360, 1280]) {
            for (const scheme of ['light', 'dark']) {
                const faults = await faultsOf(browser, file, width, scheme);
                found += faults.length;
                if (!bad) for (const fault of faults) console.log(`FAILED: ${file}, ${width} px, ${scheme}: ${fault}`);
            }
        }
        if (bad && !found) console.log(`FAILED: ${file} passes, and must not`);
        failed ||= bad !== found > 0;
    }
    await browser.close();
    process.exit(failed ? 1 : 0);
}

main(process.argv.slice(2));
