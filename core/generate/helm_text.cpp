#include "core/generate/helm_text.h"

#include <array>

namespace arabesque {

namespace {

constexpr ChartFile nameSpace{"templates/namespace.yaml", R"({{- with .Values.namespace }}
apiVersion: v1
kind: Namespace
metadata:
  name: {{ . | quote }}
{{- end }}
)"};

constexpr ChartFile configMaps{"templates/config-maps.yaml", R"({{- range $name, $data := .Values.config }}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ $name | quote }}
  {{- with $.Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
{{- with $data }}
data:
  {{- range $key, $text := . }}
  {{ $key | quote }}: {{ $text | quote }}
  {{- end }}
{{- end }}
{{- end }}
)"};

constexpr ChartFile externalSecrets{"templates/external-secrets.yaml",
                                    R"({{- range $name, $spec := .Values.externalSecrets }}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ $name | quote }}
  {{- with $.Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  {{- toYaml $spec | nindent 2 }}
  target:
    name: {{ $name | quote }}
{{- end }}
)"};

constexpr ChartFile service{"templates/service.yaml", R"({{- if .Values.service.enabled }}
apiVersion: v1
kind: Service
metadata:
  labels:
    {{- toYaml .Values.labels | nindent 4 }}
  name: {{ .Values.service.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  ports:
    {{- toYaml .Values.service.ports | nindent 4 }}
  selector:
    {{- toYaml .Values.labels | nindent 4 }}
  {{- with .Values.service.sessionAffinity }}
  sessionAffinity: {{ . | quote }}
  {{- end }}
  type: {{ .Values.service.type | quote }}
{{- end }}
)"};

constexpr ChartFile deployment{"templates/deployment.yaml", R"(apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    {{- toYaml .Values.labels | nindent 4 }}
  name: {{ .Values.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas | int64 }}
  {{- end }}
  selector:
    matchLabels:
      {{- toYaml .Values.labels | nindent 6 }}
  {{- with .Values.strategy }}
  strategy:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  template:
    metadata:
      labels:
        {{- toYaml .Values.labels | nindent 8 }}
    spec:
      containers:
        - name: {{ .Values.name | quote }}
          image: {{ printf "%s:%s" .Values.image.repository .Values.image.tag | quote }}
          {{- with .Values.env }}
          env:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.ports }}
          ports:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.lifecycle }}
          lifecycle:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.probes.startup }}
          startupProbe:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.probes.liveness }}
          livenessProbe:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.probes.readiness }}
          readinessProbe:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .Values.volumeMounts }}
          volumeMounts:
            {{- toYaml . | nindent 12 }}
          {{- end }}
      {{- if hasKey .Values "terminationGracePeriodSeconds" }}
      terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds | int64 }}
      {{- end }}
      {{- with .Values.spread }}
      topologySpreadConstraints:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .Values.volumes }}
      volumes:
        {{- toYaml . | nindent 8 }}
      {{- end }}
)"};

constexpr ChartFile autoscaler{"templates/autoscaler.yaml", R"({{- if .Values.autoscaling.enabled }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  labels:
    {{- toYaml .Values.labels | nindent 4 }}
  name: {{ .Values.autoscaling.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  {{- with .Values.autoscaling.behavior }}
  behavior:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  maxReplicas: {{ .Values.autoscaling.maxReplicas | int64 }}
  metrics:
    {{- toYaml .Values.autoscaling.metrics | nindent 4 }}
  minReplicas: {{ .Values.autoscaling.minReplicas | int64 }}
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .Values.name | quote }}
{{- end }}
)"};

constexpr ChartFile budget{"templates/disruption-budget.yaml", R"({{- if .Values.budget.enabled }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .Values.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  {{- if hasKey .Values.budget "maxUnavailable" }}
  maxUnavailable: {{ toYaml .Values.budget.maxUnavailable }}
  {{- else }}
  minAvailable: {{ toYaml .Values.budget.minAvailable }}
  {{- end }}
  selector:
    matchLabels:
      {{- toYaml .Values.labels | nindent 6 }}
{{- end }}
)"};

constexpr ChartFile networkPolicy{"templates/network-policy.yaml", R"({{- if .Values.networkPolicy.enabled }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Values.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  ingress:
    - ports:
        {{- range .Values.ports }}
        - port: {{ .containerPort | int64 }}
          protocol: {{ .protocol | quote }}
        {{- end }}
  podSelector:
    matchLabels:
      {{- toYaml .Values.labels | nindent 6 }}
  policyTypes:
    - Ingress
{{- end }}
)"};

constexpr ChartFile route{"templates/route.yaml", R"({{- if .Values.route.enabled }}
{{- $gateway := eq .Values.route.kind "http-route" }}
apiVersion: {{ ternary "gateway.networking.k8s.io/v1" "networking.k8s.io/v1" $gateway }}
kind: {{ ternary "HTTPRoute" "Ingress" $gateway }}
metadata:
  {{- with .Values.route.annotations }}
  annotations:
    {{- range $key, $text := . }}
    {{ $key | quote }}: {{ $text | quote }}
    {{- end }}
  {{- end }}
  name: {{ .Values.service.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  {{- if $gateway }}
  hostnames:
    - {{ .Values.route.host | quote }}
  {{- with .Values.route.class }}
  parentRefs:
    - name: {{ . | quote }}
      {{- if $.Values.route.tlsSecret }}
      port: 443
      {{- end }}
  {{- end }}
  rules:
    - backendRefs:
        - name: {{ .Values.service.name | quote }}
          port: {{ .Values.route.port | int64 }}
      matches:
        - path:
            type: PathPrefix
            value: {{ .Values.route.path | quote }}
  {{- else }}
  {{- with .Values.route.class }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  rules:
    - host: {{ .Values.route.host | quote }}
      http:
        paths:
          - backend:
              service:
                name: {{ .Values.service.name | quote }}
                port:
                  number: {{ .Values.route.port | int64 }}
            path: {{ .Values.route.path | quote }}
            pathType: Prefix
  {{- with .Values.route.tlsSecret }}
  tls:
    - hosts:
        - {{ $.Values.route.host | quote }}
      secretName: {{ . | quote }}
  {{- end }}
  {{- end }}
{{- end }}
)"};

constexpr ChartFile notesOfService{
    "templates/NOTES.txt",
    R"({{ .Chart.Name }} {{ .Chart.AppVersion }} is deployed as {{ .Values.name }}.
{{- if .Values.route.enabled }}
It answers at {{ ternary "https" "http" (ne .Values.route.tlsSecret "") }}://{{ .Values.route.host }}{{ .Values.route.path }}
{{- end }}

Watch it start:
  kubectl rollout status deployment/{{ .Values.name }}{{ with .Values.namespace }} --namespace {{ . }}{{ end }}
{{- range $name, $keys := .Values.requiredSecrets }}

It waits for the Secret {{ $name }} with {{ join ", " $keys }}, which no chart may hold: create it by hand.
{{- end }}
)"};

constexpr ChartFile notesOfJob{"templates/NOTES.txt",
                               R"({{ .Chart.Name }} {{ .Chart.AppVersion }} is deployed as {{ .Values.name }}.

Look at its runs:
  kubectl get jobs{{ with .Values.namespace }} --namespace {{ . }}{{ end }}
{{- range $name, $keys := .Values.requiredSecrets }}

It waits for the Secret {{ $name }} with {{ join ", " $keys }}, which no chart may hold: create it by hand.
{{- end }}
)"};

constexpr ChartFile podOfJob{"templates/_pod.tpl", R"({{- define "pod" -}}
containers:
  - name: {{ .Values.name | quote }}
    image: {{ printf "%s:%s" .Values.image.repository .Values.image.tag | quote }}
    {{- with .Values.env }}
    env:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with .Values.volumeMounts }}
    volumeMounts:
      {{- toYaml . | nindent 6 }}
    {{- end }}
restartPolicy: OnFailure
{{- with .Values.volumes }}
volumes:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
)"};

constexpr ChartFile job{"templates/job.yaml", R"(apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Values.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  template:
    spec:
      {{- include "pod" . | nindent 6 }}
)"};

constexpr ChartFile cronJob{"templates/cron-job.yaml", R"(apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ .Values.name | quote }}
  {{- with .Values.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          {{- include "pod" . | nindent 10 }}
  schedule: {{ .Values.schedule | quote }}
)"};

constexpr std::array serviceChart{nameSpace,  configMaps, externalSecrets, service, deployment,
                                  autoscaler, budget,     networkPolicy,   route,   notesOfService};
constexpr std::array jobChart{nameSpace, configMaps, externalSecrets, podOfJob, job, notesOfJob};
constexpr std::array cronJobChart{nameSpace, configMaps, externalSecrets, podOfJob, cronJob, notesOfJob};

}

std::span<const ChartFile> chartOfService() {
    return serviceChart;
}

std::span<const ChartFile> chartOfJob(bool scheduled) {
    return scheduled ? std::span<const ChartFile>(cronJobChart) : std::span<const ChartFile>(jobChart);
}

}
