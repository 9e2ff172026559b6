'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { Area, Bar, ComposedChart, Line, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { toColour } from '../theme'
import { Axes } from './Axes'
import { toChartLayout, type ChartLayout } from './chartLayout'
import { toChartRows } from './chartRows'
import { ChartTooltip } from './ChartTooltip'
import { LonePoints } from './Marks'
import { SeriesLabels } from './SeriesLabels'
import { toSeriesStyles, type SeriesStyle } from './seriesStyle'
import { StackedAreas } from './StackedAreas'
import { toDescription } from './StaticChart'

/**
 * Any standing chart in the browser, as large as the box around it. The layout is the still chart's, so both put every point on the same
 * pixel; recharts draws the data and answers mouse, touch and arrow keys. Nothing is animated.
 */
export function InteractiveChart({ spec }: { spec: ChartSpec }) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} style={{ position: 'absolute', inset: 0 }}>
      {size && size.width > 0 && <Drawing spec={spec} layout={toChartLayout(spec, size.width, size.height)} />}
    </div>
  )
}

function Drawing({ spec, layout }: { spec: ChartSpec; layout: ChartLayout }) {
  const { width, height, plot, x, y } = layout
  const styles = toSeriesStyles(spec)
  const id = `live-${spec.id}`
  const category = spec.x.scale === 'category'
  const inset = category ? 0 : (x.at(x.domain[0]) ?? plot.left) - plot.left
  const depth = { reference: 0, second: 1, main: 2 }
  // Bars stand side by side in the chart's own order; of lines the main one lies on top.
  const bars = spec.series.filter(({ shape }) => shape === 'bar')
  const others = spec.series.filter(({ shape }) => shape !== 'bar').sort((a, b) => depth[a.emphasis] - depth[b.emphasis])
  return (
    <ComposedChart
      width={width} height={height} data={toChartRows(spec)} title={spec.title} desc={toDescription(spec)}
      margin={{ top: plot.top, right: width - plot.right, bottom: height - plot.bottom, left: plot.left }}
      barCategoryGap="15%" barGap={0}
    >
      <ZIndexLayer zIndex={-100}><Axes spec={spec} layout={layout} /></ZIndexLayer>
      <XAxis
        hide dataKey="x" type={category ? 'category' : 'number'} domain={category ? undefined : [...x.domain]}
        scale={category ? 'band' : spec.x.scale === 'log' ? 'log' : 'linear'} padding={{ left: inset, right: inset }} allowDataOverflow
      />
      <YAxis hide type="number" width={0} domain={[...y.domain]} scale={spec.y.scale === 'log' ? 'log' : 'linear'} allowDataOverflow />
      <Tooltip
        isAnimationActive={false} cursor={{ stroke: toColour('edge'), fill: toColour('surface'), strokeWidth: 1 }}
        content={({ active, label }) => (active && label !== undefined ? <ChartTooltip spec={spec} x={Number(label)} /> : null)}
      />
      {spec.series.filter(hasBand).map(({ id }) => (
        <Area
          key={id} dataKey={`${id}_band`} stroke="none" fill={styles.get(id)!.colour} fillOpacity={0.16} activeDot={false} tooltipType="none"
          type="linear" isAnimationActive={false}
        />
      ))}
      {spec.stacked && <ZIndexLayer zIndex={100}><StackedAreas spec={spec} layout={layout} id={id} /></ZIndexLayer>}
      {[...bars, ...others].map((one) => (spec.stacked ? toAsked(one) : toGraphic(one, styles.get(one.id)!)))}
      <ZIndexLayer zIndex={650}>
        {others.filter(({ shape }) => shape !== 'dot' && !spec.stacked).map(({ id }) => (
          <LonePoints key={id} marks={layout.marks.get(id) ?? []} style={styles.get(id)!} />
        ))}
        <SeriesLabels spec={spec} layout={layout} id={id} />
      </ZIndexLayer>
    </ComposedChart>
  )
}

const hasBand = ({ points }: Series) => points.some(({ low, high }) => low !== undefined && high !== undefined)

/** Stacked areas are drawn as in the still chart; recharts only has to know where there is something to ask. */
const toAsked = ({ id, label }: Series) => (
  <Area key={id} dataKey={id} name={label} stackId="stack" stroke="none" fill="none" type="linear" activeDot={false} isAnimationActive={false} />
)

/** recharts looks for its own elements among the children, so these are not components of ours. */
function toGraphic({ id, label, shape }: Series, { colour, width, dash, hollow }: SeriesStyle) {
  const shared = { dataKey: id, name: label, isAnimationActive: false, stroke: colour }
  const stroke = { ...shared, strokeWidth: width, strokeDasharray: dash, type: 'linear' as const, connectNulls: false }
  const knob = { r: 4, fill: colour, stroke: toColour('background'), strokeWidth: 1.5 }
  switch (shape) {
    case 'bar':
      return <Bar key={id} {...shared} fill={colour} fillOpacity={hollow ? 0.18 : 1} stroke={hollow ? colour : 'none'} />
    case 'area':
      return <Area key={id} {...stroke} fill={colour} fillOpacity={0.16} activeDot={knob} />
    case 'line':
      return <Line key={id} {...stroke} dot={false} activeDot={knob} />
    case 'dot':
      return (
        <Line
          key={id} {...shared} stroke="none" activeDot={knob}
          dot={{ r: 3.5, clipDot: false, fill: hollow ? toColour('background') : colour, stroke: colour, strokeWidth: 1.5 }}
        />
      )
  }
}
