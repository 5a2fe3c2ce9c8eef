#include "app/diagram/export_diagram.h"

#include "app/bridge/text.h"
#include "app/diagram/box_item.h"
#include "core/diagram/svg.h"
#include "core/files/project_files.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

namespace arabesque {

namespace {

constexpr int longestSide = 30'000;   ///< pixels that QImage and most viewers take

Result<QByteArray> pngOf(const Diagram& diagram, double scale) {
    const QSizeF size = toQt(diagram.extent).size() * scale;
    if (size.width() > longestSide || size.height() > longestSide)
        return failure(
            {MESSAGE("diagram", "A picture of %1 by %2 pixels is too large; choose a smaller scale, or SVG"),
             std::to_string(qRound(size.width())), std::to_string(qRound(size.height()))});
    QImage image(size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QSvgRenderer renderer(toBytes(toSvg(diagram)));
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return failure({MESSAGE("diagram", "The picture cannot be made: there is not enough memory")});
    return bytes;
}

QByteArray pdfOf(const Diagram& diagram) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr qreal pointsOfPixel = 0.75;
    const QSizeF size = toQt(diagram.extent).size() * pointsOfPixel;
    writer.setPageSize(QPageSize(size, QPageSize::Point));
    writer.setPageMargins({});
    QSvgRenderer renderer(toBytes(toSvg(diagram)));
    QPainter painter(&writer);
    renderer.render(&painter, QRectF(0, 0, writer.width(), writer.height()));
    painter.end();
    return bytes;
}

}

Result<void> exportDiagram(const Diagram& diagram, const std::filesystem::path& file, double scale) {
    const std::string ending = file.extension().string();
    if (ending == ".svg") return writeFile(file, toSvg(diagram));
    if (ending == ".pdf") return writeFile(file, fromBytes(pdfOf(diagram)));
    if (ending != ".png")
        return failure(
            {MESSAGE("diagram", "'%1' ends in neither .svg, .png nor .pdf"), file.filename().string()});
    const auto png = pngOf(diagram, scale);
    if (!png) return std::unexpected(png.error());
    return writeFile(file, fromBytes(*png));
}

}
