#!/bin/bash
# Whether the balancer takes requests: it runs, and somebody answers at its port.
systemctl is-active --quiet nginx &&
    timeout 1 bash -c 'exec 3<>/dev/tcp/127.0.0.1/443' 2>/dev/null
