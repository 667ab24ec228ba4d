// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Image size and duration over the builds so far.
#pragma once

#include "workbench/build_history.h"

#include <QWidget>

namespace kiln {

/// A column for each build, as high as it took, and a line of the image's size above them; the
/// newest build at the end. A click chooses a build.
class BuildChart : public QWidget
{
    Q_OBJECT

public:
    explicit BuildChart(QWidget *parent = nullptr);

    /// Oldest first; shown are the last mostBuilds.
    void setRecords(const QVector<BuildRecord> &records);
    /// Marks a build; an id, or empty for none.
    void setCurrent(const QString &id);

    [[nodiscard]] QSize sizeHint() const override { return {400, 140}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 96}; }

    static constexpr int mostBuilds = 60;

signals:
    /// The user chose a build.
    void chosen(const QString &id);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF column(qsizetype build) const;
    [[nodiscard]] qsizetype buildAt(const QPointF &point) const;

    QVector<BuildRecord> m_records;
    QString m_current;
};

} // namespace kiln
