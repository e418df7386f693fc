# Bigram Lab in a container:
#   docker build -t bigram-lab . && docker run --rm --read-only --tmpfs /tmp --memory 2g -p 8501:8501 bigram-lab
# The words themselves are not in the image: -v FOLDER:/data:ro brings a folder with names.txt. Few views need them.
FROM python:3.13-slim AS install
COPY requirements.txt pyproject.toml /app/
WORKDIR /app
RUN pip install --no-cache-dir uv==0.13.8 \
    && uv venv /venv \
    && uv pip install --no-cache --python /venv/bin/python --torch-backend cpu -r requirements.txt

FROM python:3.13-slim
RUN useradd --system --no-create-home --uid 10001 lab
COPY --from=install /venv /venv
COPY .streamlit /app/.streamlit
COPY analysis /app/analysis
COPY data /app/data
COPY pages /app/pages
COPY dashboard.py /app/
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 HOME=/tmp BIGRAM_LAB_DATA=/data BIGRAM_LAB_LOG=1
USER lab
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", \
    "import urllib.request as r; assert r.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4).read() == b'ok'"]
# The options of `make serve`; behind a proxy, FORWARDED_ALLOW_IPS is its address.
CMD ["uvicorn", "dashboard:app", "--host", "0.0.0.0", "--port", "8501", "--no-access-log", "--log-level", "warning", \
    "--no-server-header", "--ws", "websockets-sansio", "--ws-max-size", "1048576", "--ws-max-queue", "8", \
    "--ws-ping-interval", "20", "--ws-ping-timeout", "20", "--h11-max-incomplete-event-size", "16384", \
    "--timeout-keep-alive", "5", "--timeout-graceful-shutdown", "5", "--backlog", "2048"]
