/* html_color.c - colours that can be read on their ground (Web Content Accessibility Guidelines 2.1, relative luminance
 * and contrast ratio). */
#include "html.h"
#include <math.h>

enum { STEPS = 64 };

static double linear(uint32_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t color)
{
    return 0.2126 * linear(color >> 16 & 255) + 0.7152 * linear(color >> 8 & 255) + 0.0722 * linear(color & 255);
}

double mkcv_html_contrast(uint32_t one, uint32_t other)
{
    double a = luminance(one), b = luminance(other);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

uint32_t mkcv_html_mix(uint32_t from, uint32_t to, uint32_t part, uint32_t whole)
{
    uint32_t color = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        uint32_t a = from >> shift & 255, b = to >> shift & 255;
        color |= (a * (whole - part) + b * part + whole / 2) / whole << shift;
    }
    return color;
}

uint32_t mkcv_html_readable(uint32_t color, uint32_t ground, double least)
{
    uint32_t end = luminance(ground) > 0.18 ? 0 : 0xFFFFFF, result = color;
    for (uint32_t step = 1; step <= STEPS && mkcv_html_contrast(result, ground) < least; step++)
        result = mkcv_html_mix(color, end, step, STEPS);
    return result;
}
